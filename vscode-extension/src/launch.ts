import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { executable, Java } from './java';

/** How the compiler is run: what a language server needs, as in the launcher `mad`. */
export const SERVER_OPTIONS = ['-XX:+UseSerialGC', '-Xmx160m', '-XX:TieredStopAtLevel=1'];
const TASK_OPTIONS = ['-XX:+UseSerialGC', '-Xmx512m'];

export interface Command {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}

/** The compiler and server of this extension, on one Java. */
export class Launch {
  private readonly archive: string;

  constructor(readonly java: Java, private readonly jar: string, private readonly options: string[], storage: string) {
    const about = fs.statSync(jar);
    const key = createHash('sha256').update([java.home, java.release, jar, about.size, about.mtimeMs].join('\n')).digest('hex').slice(0, 16);
    this.archive = path.join(storage, `server-${key}.jsa`);
  }

  server(): Command {
    const archive = fs.existsSync(this.archive) ? [`-XX:SharedArchiveFile=${this.archive}`] : [];
    // stdout is the protocol's, and an archive of another Java is no news: the JVM's own log is off.
    return this.run([...SERVER_OPTIONS, ...archive, '-Xlog:disable', ...this.options], ['lsp']);
  }

  /** Any other command of the compiler. */
  mad(...args: string[]): Command {
    return this.run([...TASK_OPTIONS, '-Xlog:disable', ...this.options], args);
  }

  private run(options: string[], args: string[]): Command {
    return { command: executable(this.java), args: [...options, '-jar', this.jar, ...args], env: withLocale(process.env) };
  }

  /** Writes the class data archive that halves the next start, unless it is there. It is no loss when it cannot be made. */
  archiveClasses(): Promise<void> {
    if (fs.existsSync(this.archive)) return Promise.resolve();
    const folder = path.dirname(this.archive);
    const draft = `${this.archive}.${process.pid}`;
    fs.mkdirSync(folder, { recursive: true });
    return new Promise(done => {
      const { command, args, env } = this.run(['-XX:+UseSerialGC', `-XX:ArchiveClassesAtExit=${draft}`, '-Xlog:disable'], ['lsp', '--rehearse']);
      const rehearsal = spawn(command, args, { env, stdio: 'ignore' });
      if (rehearsal.pid) lowPriority(rehearsal.pid);
      rehearsal.on('error', () => done());
      rehearsal.on('exit', code => {
        try {
          if (code === 0) {
            fs.renameSync(draft, this.archive);
            others(folder, this.archive).forEach(old => fs.rmSync(old, { force: true }));
          } else {
            fs.rmSync(draft, { force: true });
          }
        } catch {
          // another window was faster
        }
        done();
      });
    });
  }
}

function others(folder: string, kept: string): string[] {
  return fs.readdirSync(folder).filter(name => /^server-.*\.jsa$/.test(name)).map(name => path.join(folder, name)).filter(file => file !== kept);
}

function lowPriority(pid: number): void {
  try {
    os.setPriority(pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // then it runs as everything else does
  }
}

/** Without any locale Java cannot open a file whose name is not ASCII. */
function withLocale(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env.LC_ALL || env.LC_CTYPE || env.LANG ? env : { ...env, LC_ALL: 'C.UTF-8' };
}

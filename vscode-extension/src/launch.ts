import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
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

/** The compiler and server of this extension: a module of the runtime image that came with it, or a jar on a Java of this machine. */
export class Launch {
  /** Of loaded classes; it halves the time to start. An image brings its own, of a jar one is made. */
  private readonly archive: string;
  private archiving: Promise<void> | undefined;

  constructor(readonly java: Java, private readonly jar: string | undefined, private readonly options: string[], storage: string) {
    const name = java.release >= 25 ? 'mad.aot' : 'mad.jsa';
    this.archive = jar ? path.join(storage, `${fingerprint(java, jar)}-${name}`) : path.join(java.home, 'lib', 'mad', name);
  }

  server(): Command {
    return this.run([...SERVER_OPTIONS, ...this.archived()], 'mad.lsp.command.Stdio');
  }

  /** Any other command of the compiler. */
  mad(...args: string[]): Command {
    return this.run([...TASK_OPTIONS, ...this.archived()], 'mad.cli.Main', args);
  }

  private archived(): string[] {
    return fs.existsSync(this.archive) ? [`-XX:${this.java.release >= 25 ? 'AOTCache' : 'SharedArchiveFile'}=${this.archive}`] : [];
  }

  private run(options: string[], main: string, args: string[] = []): Command {
    const from = this.jar ? ['-cp', this.jar, main] : ['-m', `mad/${main}`];
    // stdout is the protocol's, and an archive of another Java is no news: the JVM's own log is off.
    return { command: executable(this.java), args: [...options, '-Xlog:disable', ...this.options, ...from, ...args], env: withLocale(process.env) };
  }

  /** Rehearses and keeps the classes, unless they are there. It is no loss when that cannot be done. */
  archiveClasses(): Promise<void> {
    return (this.archiving ??= this.rehearse());
  }

  private rehearse(): Promise<void> {
    if (!this.jar || fs.existsSync(this.archive)) return Promise.resolve();
    const folder = path.dirname(this.archive);
    const draft = `${this.archive}.${randomUUID()}`; // a server started before may still rehearse
    fs.mkdirSync(folder, { recursive: true });
    return new Promise(done => {
      const keep = this.java.release >= 25 ? 'AOTCacheOutput' : 'ArchiveClassesAtExit';
      const { command, args, env } = this.run(['-XX:+UseSerialGC', `-XX:${keep}=${draft}`], 'mad.lsp.command.Stdio', ['rehearse']);
      const rehearsal = spawn(command, args, { env, stdio: 'ignore' });
      if (rehearsal.pid) lowPriority(rehearsal.pid);
      rehearsal.on('error', () => done());
      rehearsal.on('exit', () => {
        try {
          fs.renameSync(draft, this.archive);
          others(folder, this.archive).forEach(old => fs.rmSync(old, { force: true }));
        } catch {
          // none was made, or another window was faster
        }
        done();
      });
    });
  }
}

/** Another Java and another jar need another archive. */
function fingerprint(java: Java, jar: string): string {
  const about = fs.statSync(jar);
  return createHash('sha256').update([java.home, java.release, jar, about.size, about.mtimeMs].join('\n')).digest('hex').slice(0, 16);
}

function others(folder: string, kept: string): string[] {
  return fs.readdirSync(folder).filter(name => /^[^.]+\.(aot|jsa)$/.test(name)).map(name => path.join(folder, name)).filter(file => file !== kept);
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

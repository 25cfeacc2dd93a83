import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** The oldest Java that the language server runs on. */
export const LEAST = 21;

/** A Java runtime: its folder and its release, such as 25. */
export interface Java {
  home: string;
  release: number;
}

/** Why there is none, as a sentence for the user. */
export class NoJava extends Error {}

const EXECUTABLE = process.platform === 'win32' ? 'java.exe' : 'java';

export function executable(java: Java): string {
  return path.join(java.home, 'bin', EXECUTABLE);
}

/**
 * The Java to run the server on: the bundled one, which has the server in it; where there is none the one that was set, else that of JAVA_HOME, of the
 * PATH, or the newest of the usual places, the same order as in the launcher `mad`.
 */
export async function findJava(set: string, bundled: string, env: NodeJS.ProcessEnv = process.env): Promise<Java> {
  const own = await at(bundled);
  if (own) return own;
  if (set) {
    const java = await at(set.replace(/^~(?=[/\\]|$)/, homeFolder(env)));
    if (!java) throw new NoJava(`There is no Java in ${set}, which the setting mad.java.home names.`);
    if (java.release < LEAST) {
      throw new NoJava(`MAD needs Java ${LEAST} or later; the setting mad.java.home names Java ${java.release} in ${set}.`);
    }
    return java;
  }
  for (const home of [env.JAVA_HOME, onPath(env)]) {
    const java = home ? await at(home) : undefined;
    if (java && java.release >= LEAST) return java;
  }
  const found = (await Promise.all(usualPlaces(env).map(at))).filter(java => java !== undefined);
  const newest = found.reduce<Java | undefined>((best, java) => (best && best.release >= java.release ? best : java), undefined);
  if (newest && newest.release >= LEAST) return newest;
  throw new NoJava(`MAD needs Java ${LEAST} or later, and ${newest ? `only Java ${newest.release} was found` : 'none was found'} on this machine.`);
}

async function at(home: string): Promise<Java | undefined> {
  if (!fs.existsSync(path.join(home, 'bin', EXECUTABLE))) return undefined;
  const release = releaseFile(home) ?? (await ask(path.join(home, 'bin', EXECUTABLE)));
  return release === undefined ? undefined : { home, release };
}

function releaseFile(home: string): number | undefined {
  try {
    return number(/^JAVA_VERSION="([^"]+)"/m.exec(fs.readFileSync(path.join(home, 'release'), 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

function ask(java: string): Promise<number | undefined> {
  return new Promise(done => {
    execFile(java, ['-version'], { timeout: 5000 }, (_, out, err) => done(number(/version "([^"]+)"/.exec(out + err)?.[1])));
  });
}

/** 25 of `25.0.1`, 8 of `1.8.0_392`. */
function number(version: string | undefined): number | undefined {
  const parts = /^(?:1\.)?(\d+)/.exec(version ?? '');
  return parts ? Number(parts[1]) : undefined;
}

function onPath(env: NodeJS.ProcessEnv): string | undefined {
  for (const folder of (env.PATH ?? '').split(path.delimiter)) {
    const java = path.join(folder, EXECUTABLE);
    // What macOS has there asks for an installation instead of being one.
    if (!folder || java === '/usr/bin/java' && process.platform === 'darwin' || !fs.existsSync(java)) continue;
    return path.dirname(path.dirname(fs.realpathSync(java)));
  }
  return undefined;
}

function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  const home = homeFolder(env);
  const mac = (folder: string) => children(folder).map(jdk => path.join(jdk, 'Contents', 'Home'));
  const windows = [env.ProgramFiles, env.LOCALAPPDATA && path.join(env.LOCALAPPDATA, 'Programs')].filter(f => f !== undefined && f !== '') as string[];
  return [
    ...['/usr/lib/jvm', '/usr/java', '/usr/local/java', '/opt/java'].flatMap(children),
    ...children('/opt').filter(f => path.basename(f).startsWith('jdk')),
    ...[path.join(home, '.jdks'), path.join(home, '.sdkman', 'candidates', 'java')].flatMap(children),
    ...mac('/Library/Java/JavaVirtualMachines'),
    ...mac(path.join(home, 'Library', 'Java', 'JavaVirtualMachines')),
    ...children('/opt/homebrew/opt').filter(f => path.basename(f).startsWith('openjdk')).map(f => path.join(f, 'libexec', 'openjdk.jdk', 'Contents', 'Home')),
    ...windows.flatMap(f => ['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'BellSoft', 'Amazon Corretto'].flatMap(v => children(path.join(f, v)))),
  ];
}

function homeFolder(env: NodeJS.ProcessEnv): string {
  return env.HOME ?? env.USERPROFILE ?? '';
}

function children(folder: string): string[] {
  try {
    return fs.readdirSync(folder).map(name => path.join(folder, name));
  } catch {
    return [];
  }
}

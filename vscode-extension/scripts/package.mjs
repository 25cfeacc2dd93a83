// Builds target/mad-VERSION.vsix, which finds a JDK on the user's machine, and target/mad-PLATFORM-VERSION.vsix, which brings a runtime of its own.
// The server is lsp-server/target/dist/mad.jar, or what MAD_JAR names; the runtime is made by the JDK of JAVA_HOME.
//   node scripts/package.mjs [--plain]      --plain: only the first
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

process.chdir(path.join(import.meta.dirname, '..'));
const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const jar = process.env.MAD_JAR ?? '../lsp-server/target/dist/mad.jar';
if (!fs.existsSync(jar)) fail(`${jar} is missing: build it with \`mvn verify\` or name another one in MAD_JAR`);

if (!fs.existsSync('preview/node_modules')) run('npm', 'ci', '--prefix', 'preview');
run('npm', 'run', '--silent', '--prefix', 'preview', 'build');
fs.mkdirSync('server', { recursive: true });
fs.copyFileSync(jar, 'server/mad.jar');
fs.copyFileSync('../LICENSE', 'LICENSE');
fs.rmSync('runtime', { recursive: true, force: true });
fs.mkdirSync('target', { recursive: true });
pack(`target/mad-${version}.vsix`);

if (!process.argv.includes('--plain')) {
  const platform = `${process.platform}-${process.arch}`;
  runtime();
  pack(`target/mad-${platform}-${version}.vsix`, '--target', platform);
  fs.rmSync('runtime', { recursive: true, force: true }); // else the extension in this folder would use it
}

function pack(file, ...options) {
  run('npx', 'vsce', 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file, ...options);
  console.log(`${file}: ${(fs.statSync(file).size / 1e6).toFixed(1)} MB`);
}

/** The modules that the server needs and no others, in a folder of its own; not compressed, as the package is compressed as a whole. */
function runtime() {
  const home = process.env.JAVA_HOME ?? fail('JAVA_HOME is needed for the runtime: `JAVA_HOME=$(../mad --java-home)`');
  const tool = name => path.join(home, 'bin', name);
  const modules = execFileSync(tool('jdeps'), ['--print-module-deps', '--ignore-missing-deps', '--multi-release', '21', 'server/mad.jar'], { encoding: 'utf8' }).trim();
  run(tool('jlink'), '--add-modules', modules, '--output', 'runtime', '--strip-debug', '--no-header-files', '--no-man-pages', '--compress=zip-0');
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}

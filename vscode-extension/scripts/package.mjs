// Builds target/mad-PLATFORM-VERSION.vsix, whose server is a runtime image that needs nothing else, and target/mad-VERSION.vsix, whose server is a jar for a
// Java on the user's machine. The jar is lsp-server/target/dist/mad.jar, or what MAD_JAR names; the image is made by the JDK of JAVA_HOME.
//   node scripts/package.mjs [--plain]      --plain: only the second
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

process.chdir(path.join(import.meta.dirname, '..'));
const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const jar = path.resolve(process.env.MAD_JAR ?? '../lsp-server/target/dist/mad.jar');
if (!fs.existsSync(jar)) fail(`${jar} is missing: build it with \`mvn verify\` or name another one in MAD_JAR`);

if (!fs.existsSync('preview/node_modules')) run('npm', 'ci', '--prefix', 'preview');
run('npm', 'run', '--silent', '--prefix', 'preview', 'build');
fs.copyFileSync('../LICENSE', 'LICENSE');
fs.mkdirSync('target', { recursive: true });
const remove = folder => fs.rmSync(folder, { recursive: true, force: true });

if (!process.argv.includes('--plain')) {
  const platform = `${process.platform}-${process.arch}`;
  remove('server');
  execFileSync('../lsp-server/image.sh', ['runtime'], { stdio: 'inherit', env: { ...process.env, MAD_JAR: jar } });
  pack(`target/mad-${platform}-${version}.vsix`, '--target', platform);
}
remove('runtime');
fs.mkdirSync('server', { recursive: true });
fs.copyFileSync(jar, 'server/mad.jar');
pack(`target/mad-${version}.vsix`);

function pack(file, ...options) {
  run('npx', 'vsce', 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file, ...options);
  console.log(`${file}: ${(fs.statSync(file).size / 1e6).toFixed(1)} MB`);
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}

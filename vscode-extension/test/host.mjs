// Runs test/host inside the extension host of a real VS Code: node test/host.mjs. Exit code 0: all passed.
import fs from 'node:fs';
import path from 'node:path';
import { here, startBrowser, startVsCode, target, workspace } from './real.mjs';

const LIMIT = 400_000;
const folder = workspace();
const code = await startVsCode({ settings: { 'mad.solve': 'manual' } });
const browser = await startBrowser();
let result = 'no answer in time';
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const ended = new Promise(done => page.exposeFunction('codeAutomationExit', done));
  await page.exposeFunction('codeAutomationLog', (_, args) => {
    const line = args.join(' ');
    if (line.startsWith('host:') || process.env.VERBOSE) console.log(line.slice(0, 2000));
  });
  const payload = [['extensionDevelopmentPath', code.remote + here], ['extensionTestsPath', `${code.remote}${here}/test/host/index.js`]];
  await page.goto(code.address(folder, `&payload=${encodeURIComponent(JSON.stringify(payload))}`));
  let timer;
  result = await Promise.race([ended, new Promise(done => (timer = setTimeout(done, LIMIT, result)))]);
  clearTimeout(timer);
  fs.mkdirSync(path.join(target, 'screenshots'), { recursive: true });
  await page.screenshot({ path: path.join(target, 'screenshots/host.png') });
} finally {
  await browser.close();
  code.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log(`extension host: ${result === 0 ? 'all tests passed' : `failed (${result})`}`);
process.exit(result === 0 ? 0 : 1);

// Makes media/vscode.png anew, from a real VS Code with the package installed: node scripts/pictures.mjs [FILE.vsix]
import fs from 'node:fs';
import path from 'node:path';
import { here, startBrowser, startVsCode, target, workspace } from '../test/real.mjs';
import { User } from '../test/user.mjs';

const { version } = JSON.parse(fs.readFileSync(path.join(here, 'package.json'), 'utf8'));
const vsix = process.argv[2] ?? path.join(target, `mad-${process.platform}-${process.arch}-${version}.vsix`);
const folder = workspace();
const code = await startVsCode({ vsix: [vsix], settings: { 'editor.minimap.enabled': false, 'editor.fontSize': 13, 'workbench.activityBar.location': 'hidden' } });
const browser = await startBrowser();
try {
  const user = new User(await browser.newPage({ viewport: { width: 1440, height: 900 } }));
  const { page } = user;
  const preview = user.preview();
  await user.goto(code.address(folder));
  await user.open('kitchen.mad');
  await user.status().filter({ hasText: 'optimal' }).waitFor();
  await page.keyboard.press('Control+b');
  await user.command('MAD: Open Preview to the Side');
  await preview.locator('.hero .status', { hasText: 'Optimal' }).waitFor();
  await user.click('budget KitchenBudget');
  await page.screenshot({ path: path.join(here, 'media/vscode.png') });
} finally {
  await browser.close();
  code.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}

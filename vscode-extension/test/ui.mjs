// Installs the package in a real VS Code and works with it as a user would: node test/ui.mjs [FILE.vsix]
// Pictures of all steps: target/screenshots. What was measured: target/measured.json.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { startBrowser, startVsCode, target, workspace } from './real.mjs';
import { pictures, User } from './user.mjs';
import { restricted, severalRoots } from './windows.mjs';

const { version } = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8'));
const vsix = process.argv[2] ?? path.join(target, `mad-${process.platform}-${process.arch}-${version}.vsix`);
const folder = workspace();
const text = name => fs.readFileSync(path.join(folder, name), 'utf8');
fs.rmSync(pictures, { recursive: true, force: true });

const code = await startVsCode({ vsix: [vsix], settings: { 'mad.solveSeconds': 600, 'window.zoomLevel': 0 } });
const browser = await startBrowser();
let failed = false;
try {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, permissions: ['clipboard-read', 'clipboard-write'] });
  const user = new User(await context.newPage());
  const { page } = user;
  const preview = user.preview();

  await user.step('open an example, no squiggle', async () => {
    await user.goto(code.address(folder));
    await user.open('kitchen.mad');
    await user.status().filter({ hasText: /Kitchen: (optimal|feasible)/ }).waitFor();
    await page.locator('.view-line', { hasText: /s1:.*MACs/ }).waitFor();
    assert.equal(await user.squiggles().count(), 0);
    if (vsix.includes(process.platform)) execFileSync('pgrep', ['-f', `^${code.home}/extensions/.*/runtime/bin/java .* -m mad/mad.lsp.command.Stdio`]); // its own Java
  });

  await user.step('type an error and see it', async () => {
    await user.replace('within KitchenBudget', 'KitchenBudget', 'KitchenBudgt');
    await user.squiggles().first().waitFor();
  });

  await user.step('fix it with the light bulb', async () => {
    await user.select('within KitchenBudgt', 'KitchenBudgt');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row.action.focused', { hasText: 'KitchenBudget' }).waitFor();
    await page.screenshot({ path: path.join(pictures, '03-light-bulb-open.png') });
    await page.keyboard.press('Enter');
    await user.line('within KitchenBudget').waitFor();
    await user.noSquiggle();
  });

  await user.step('complete', async () => {
    await user.end('report effectiveness');
    await page.keyboard.type(', para');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row.focused', { hasText: 'params' }).waitFor();
    await page.screenshot({ path: path.join(pictures, '04-suggestions.png') });
    await page.keyboard.press('Enter');
    await user.line('report effectiveness, params').waitFor();
    await user.noSquiggle();
  });

  await user.step('rename', async () => {
    await user.select('within KitchenBudget', 'KitchenBudget');
    await page.keyboard.press('F2');
    await page.locator('.rename-box input').fill('Small');
    await page.keyboard.press('Enter');
    await user.line('budget Small').waitFor();
    await user.line('90 % of Small.macs').waitFor();
    await user.noSquiggle();
  });

  await user.step('explain an error', async () => {
    await user.command('MAD: Explain Error');
    await page.locator('.quick-input-widget .quick-input-title', { hasText: 'Explain Error' }).waitFor(); // before it, what is typed goes to the palette
    await page.locator('.quick-input-widget input').fill('MAD2001');
    await page.keyboard.press('Enter');
    await preview.getByText('an unknown name').waitFor();
    await page.locator('.tab.active .codicon-close').click();
    await user.line('within Small').waitFor();
  });

  await user.step('open the preview', async () => {
    await page.locator('.editor-actions .action-label[aria-label*="Open Preview"]').click();
    await preview.locator('.hero .status', { hasText: 'Optimal' }).waitFor();
    await preview.locator('svg.network g.stage').first().waitFor();
  });

  await user.step('change the budget and see the drawing change', async () => {
    const before = await preview.locator('svg.network').innerHTML();
    await user.replace('budget Small', '1', '2');
    await preview.locator('.budget .figure', { hasText: 'of 2 G' }).waitFor();
    await preview.locator('.hero .status', { hasText: 'Optimal' }).waitFor();
    assert.notEqual(await preview.locator('svg.network').innerHTML(), before);
  });

  await user.step('open the preview in a browser', async () => {
    const [opened] = await Promise.all([context.waitForEvent('page'), user.command('MAD: Open Preview in Browser')]);
    await opened.waitForURL(/proxy/); // this VS Code sends every address of this machine through a proxy of its own, which is not there: the page itself is tested beside the server
    const port = /proxy\/(\d+)/.exec(opened.url())[1];
    assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 403); // it is ours, and wants its token
    await opened.close();
  });

  await user.step('click a stage and land on its line', async () => {
    await preview.locator('svg.network g.stage:has(> [data-stage="s3"])').click();
    await page.locator('.statusbar-item', { hasText: /Ln 17, Col/ }).waitFor();
  });

  await user.step('the cursor in the text marks its stage', async () => {
    await user.click('stage s2');
    await preview.locator('svg.network g[data-stage="s2"][aria-pressed="true"]').waitFor();
  });

  await user.step('drag a budget and see the text change, in one step to undo', async () => {
    const before = await user.line('budget Small').innerText();
    const slider = preview.locator('.budget input[type=range]').first();
    const box = await slider.boundingBox();
    const at = share => [box.x + box.width * share, box.y + box.height / 2];
    await page.mouse.move(...at(0.5));
    await page.mouse.down();
    for (let share = 0.5; share > 0.3; share -= 0.02) await page.mouse.move(...at(share));
    await page.mouse.up();
    await page.waitForFunction(old => [...document.querySelectorAll('.view-line')].every(l => l.innerText !== old), before);
    await user.settled(async () => [await user.line('budget Small').innerText(), await preview.locator('.hero').innerText()].join());
    await page.screenshot({ path: path.join(pictures, '11-dragged.png') });
    await user.click('stage s2');
    await page.keyboard.press('Control+z');
    await user.line(before.replace(/\s/g, ' ')).waitFor();
  });

  await user.step('make it infeasible and apply the offered fix', async () => {
    await user.replace('budget Small', '8', '0');
    await preview.locator('.hero .status', { hasText: 'Infeasible' }).waitFor();
    await page.screenshot({ path: path.join(pictures, '12-infeasible.png') });
    await preview.locator('.members button.primary').first().click();
    await preview.locator('.hero .status', { hasText: /Optimal|Feasible/ }).waitFor();
  });

  await user.step('stop a long solve', async () => {
    await user.click('budget Small'); // files open beside this one, and leave the preview in sight
    await page.keyboard.press('Control+Shift+e');
    await user.open('long.mad');
    await user.status().filter({ hasText: 'searching' }).waitFor();
    await page.locator('.editor-actions .action-label[aria-label*="Stop"]').click(); // ends what would go on for the ten minutes of the setting
    await user.status().filter({ hasText: /M89: (stopped|feasible)/ }).waitFor();
  });

  await user.step('reload the window: the preview is still there', async () => {
    await user.tab(/^kitchen.mad/);
    await page.keyboard.press('Control+s');
    await page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
    await preview.locator('svg.network g.stage').first().waitFor();
    await Promise.all([page.waitForEvent('load'), user.command('Developer: Reload Window')]);
    await page.locator('.monaco-workbench').waitFor();
    await user.preview().locator('svg.network g.stage').first().waitFor();
    await user.preview().locator('.hero .status', { hasText: /Optimal|Feasible/ }).waitFor();
    assert.match(text('kitchen.mad'), /Small/);
  });

  await user.step('export a report', async () => {
    await user.tab(/^kitchen.mad/);
    await user.command('MAD: Export');
    await user.saveAs('kitchen.html', path.join(folder, 'kitchen.svg'));
    await page.locator('.notification-toast', { hasText: 'kitchen.svg is written.' }).waitFor();
    assert.match(text('kitchen.svg'), /^<svg[^]*Kitchen[^]*<\/svg>\s*$/);
  });
  await page.close();

  // each in a browser of its own: VS Code sometimes finds no folders where another window's state is still being written
  const another = async () => new User(await (await browser.newContext({ viewport: { width: 1600, height: 1000 } })).newPage());
  await severalRoots(code, await another(), folder);
  await restricted(code, await another(), folder);
} catch (error) {
  console.log(error.stack);
  failed = true;
} finally {
  await browser.close();
  code.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

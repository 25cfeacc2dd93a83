// Measures, in a real VS Code in a real browser, what a user waits for: node test/measure.mjs [FILE.vsix]
// Time runs from the key to the change on the screen, in the browser's own clock. Figures depend on what else the machine does.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startBrowser, startVsCode, target, workspace } from './real.mjs';
import { User } from './user.mjs';

const { version } = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8'));
const vsix = process.argv[2] ?? path.join(target, `mad-${process.platform}-${process.arch}-${version}.vsix`);
const folder = workspace();
const code = await startVsCode({ vsix: [vsix], settings: { 'mad.solveSeconds': 60, 'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' } } });
const browser = await startBrowser();
const rows = [];
const row = (what, values, unit = 'ms') => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  rows.push({ what, n: values.length, median: Math.round(at(0.5)), p95: Math.round(at(0.95)), worst: Math.round(at(1)), unit });
  console.log(`${what}: n ${values.length}, median ${Math.round(at(0.5))}, p95 ${Math.round(at(0.95))}, worst ${Math.round(at(1))} ${unit}`);
};
const load = () => os.loadavg().map(one => one.toFixed(1)).join(', ');
console.log(`load ${load()}; ${path.basename(vsix)}: ${(fs.statSync(vsix).size / 1e6).toFixed(1)} MB`);
const now = () => performance.timeOrigin + performance.now();

try {
  await starts();
  const user = new User(await browser.newPage({ viewport: { width: 1600, height: 1000 } }));
  await user.goto(code.address(folder));
  await user.open('kitchen.mad');
  await user.status().filter({ hasText: 'optimal' }).waitFor();
  const places = [['in a comment', 'What it may cost'], ['in a statement, wrong until it is whole', 'report effectiveness']];
  const without = [];
  for (const [, line] of places) without.push(await typing(user, line));
  await user.command('MAD: Open Preview to the Side');
  await user.preview().locator('svg.network g.stage').first().waitFor();
  await user.preview().locator('.hero .status', { hasText: 'Optimal' }).waitFor();
  await edits(user);
  const mean = values => values.reduce((a, b) => a + b, 0) / values.length;
  for (const [i, [where, line]] of places.entries()) {
    const beside = await typing(user, line);
    row(`key to screen ${where}, no preview`, without[i]);
    row(`key to screen ${where}, preview open`, beside);
    console.log(`typing ${where} with the preview open: ${(mean(beside) / mean(without[i])).toFixed(2)} times as slow`);
  }
  await stops(user);
} finally {
  await browser.close();
  code.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log(`load ${load()}`);
fs.writeFileSync(path.join(target, 'measured.json'), JSON.stringify(rows, null, 1));

/** From opening the folder, with a file in it, to the first squiggle and to the first design; the second start has the class archive. */
async function starts() {
  fs.writeFileSync(path.join(folder, 'broken.mad'), fs.readFileSync(path.join(folder, 'kitchen.mad'), 'utf8').replace('within   Kitchen', 'within   Kitchn'));
  for (const [name, seen] of [['broken.mad', '.squiggly-error'], ['kitchen.mad', '#madlang\\.mad\\.mad\\.design:has-text("optimal")']]) {
    const taken = [];
    const fromEditor = [];
    for (let i = 0; i < 5; i++) {
      const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
      const page = await context.newPage();
      const payload = JSON.stringify([['openFile', `${code.remote}${folder}/${name}`]]);
      const start = now();
      await page.goto(code.address(folder, `&payload=${encodeURIComponent(payload)}`));
      await page.locator('.view-line').first().waitFor();
      const shown = now();
      await page.locator(seen).first().waitFor({ timeout: 60_000 });
      taken.push(now() - start);
      fromEditor.push(now() - shown);
      await context.close();
    }
    row(`opening the folder to the first ${name === 'broken.mad' ? 'squiggle' : 'solved design'}`, taken);
    row(`  of which after the text is there`, fromEditor);
  }
  fs.rmSync(path.join(folder, 'broken.mad'));
}

/** Keys at the end of a line, 100 ms each: from the key to the new line on the screen. */
async function typing(user, line) {
  const { page } = user;
  await page.keyboard.press('Home'); // else the lines may begin out of sight
  await user.end(line);
  await page.evaluate(() => {
    window.taken = [];
    let pressed = 0;
    window.keyed = () => (pressed = performance.now());
    addEventListener('keydown', window.keyed, true);
    window.watching = new MutationObserver(() => {
      if (!pressed) return;
      const from = pressed;
      pressed = 0;
      requestAnimationFrame(() => window.taken.push(performance.now() - from));
    });
    window.watching.observe(document.querySelector('.view-lines'), { childList: true, subtree: true, characterData: true });
  });
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('abcdefghij'[i % 10]);
    await page.waitForTimeout(100);
  }
  const taken = await page.evaluate(() => {
    removeEventListener('keydown', window.keyed, true);
    window.watching.disconnect();
    return window.taken.slice(20);
  });
  for (let i = 0; i < 120; i++) await page.keyboard.press('Backspace');
  await user.noSquiggle();
  return taken;
}

/** The limit in the text is changed: to the evaluated view, and to the first design of the new text. */
async function edits(user) {
  const { page } = user;
  const frame = await (await page.locator('iframe.webview.ready').elementHandle()).contentFrame();
  const inner = await (await frame.locator('iframe#active-frame').elementHandle()).contentFrame();
  const [evaluated, solved] = [[], []];
  for (let i = 0; i < 24; i++) {
    const digit = String(1 + ((i + 1) % 2));
    await user.select('budget Kitchen', String(1 + (i % 2)));
    const seen = inner.evaluate(digit => {
      const when = {};
      const clock = () => performance.timeOrigin + performance.now();
      return new Promise(done => {
        const look = () => {
          const figure = [...document.querySelectorAll('.budget .figure')].some(f => f.textContent.includes(`of ${digit}`));
          if (figure) when.evaluated ??= clock();
          if (when.evaluated && !document.querySelector('.stale') && /Searching|Feasible|Optimal/.test(document.querySelector('.hero .status')?.textContent ?? '')) when.solved ??= clock();
          if (!when.solved || !/Optimal/.test(document.querySelector('.hero .status').textContent)) return;
          watching.disconnect();
          done(when);
        };
        const watching = new MutationObserver(look);
        watching.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
        look();
      });
    }, digit);
    await page.evaluate(() => addEventListener('keydown', () => (window.pressed = performance.timeOrigin + performance.now()), { capture: true, once: true }));
    await page.keyboard.press(digit);
    const when = await seen;
    const from = await page.evaluate(() => window.pressed);
    evaluated.push(when.evaluated - from);
    solved.push(when.solved - from);
  }
  row('edit to the evaluated view', evaluated);
  row('edit to the first design of the new text', solved);
}

/** A long solve: from the click on Stop to the word that it has stopped. */
async function stops(user) {
  const { page } = user;
  await page.locator('.tab', { hasText: 'Preview kitchen.mad' }).locator('.codicon-close').click(); // one preview at a time, else it is not known which one is meant
  await page.keyboard.press('Control+Shift+e');
  await user.open('long.mad');
  await user.command('MAD: Open Preview to the Side');
  const preview = user.preview();
  const taken = [];
  for (let i = 0; i < 10; i++) {
    await preview.locator('.tools button', { hasText: 'Stop' }).waitFor();
    const start = now();
    await preview.locator('.tools button', { hasText: 'Stop' }).click();
    await preview.locator('.hero .status', { hasText: /Stopped|Feasible/ }).waitFor();
    taken.push(now() - start);
    await preview.locator('.tools button', { hasText: 'Search on' }).click();
  }
  row('click on Stop to Stopped', taken);
}

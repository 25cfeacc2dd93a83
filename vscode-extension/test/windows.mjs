// What a user meets in windows of other kinds: with several folders, and with a folder that is not trusted.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** Two folders in one window: each file finds what lies beside it, and what is wrong is told of both. */
export async function severalRoots(code, user, folder) {
  const { page } = user;
  const file = path.join(folder, 'both.code-workspace');
  const space = limit => `space ${limit} { input image(channels: 3, size: 32) stage s: conv(out: 8..64 step 8, kernel: 3) x 1..3 }\n`;
  for (const [root, name] of [['one', 'First'], ['two', 'Second']]) {
    fs.mkdirSync(path.join(folder, root));
    fs.writeFileSync(path.join(folder, root, 'net.mad'), space(name));
    fs.writeFileSync(path.join(folder, root, `${root}.mad`), `import "net.mad" { ${name} }\n\ndesign D${root} of ${name} { maximize s.out }\n`);
  }
  fs.writeFileSync(file, JSON.stringify({ folders: [{ path: 'one' }, { path: 'two' }] }));
  await user.step('several folders: each file finds its neighbour', async () => {
    await user.goto(code.address(file));
    for (const root of ['one', 'two']) {
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: root }).first().waitFor();
      await user.command('Go to File');
      await page.locator('.quick-input-widget input').fill(`${root}.mad`);
      await page.locator('.quick-input-widget .monaco-list-row', { hasText: `${root}.mad` }).first().click();
      await page.locator(`.tab[data-resource-name="${root}.mad"]`).waitFor();
      await user.status().filter({ hasText: `D${root}: optimal` }).waitFor();
      await user.noSquiggle();
    }
  });
  await page.close();
}

/** A folder that is not trusted: colours and no server, until the user trusts it. */
export async function restricted(code, user, folder) {
  const { page } = user;
  code.set({ 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' });
  await user.step('restricted mode: colours only', async () => {
    await user.goto(code.address(folder));
    await user.open('phone.mad');
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await page.locator('.view-line span.mtk1 ~ span', { hasText: 'space' }).first().waitFor();
    assert.equal(await page.locator('.editor-actions .action-label[aria-label*="Open Preview"]').count(), 0);
    assert.equal(await user.status().filter({ hasText: 'Phone' }).count(), 0);
  });
  await user.step('trust the folder: the server answers', async () => {
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).click();
    await page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).first().click();
    await page.locator('.tab[data-resource-name="phone.mad"]').click();
    await user.status().filter({ hasText: /Phone/ }).waitFor();
    await page.locator('.editor-actions .action-label[aria-label*="Open Preview"]').waitFor();
  });
  await page.close();
}

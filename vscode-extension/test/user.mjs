// What a user does in VS Code, and sees: a small vocabulary for the tests. Everything waits for what is to appear, never for time.
import fs from 'node:fs';
import path from 'node:path';
import { target } from './real.mjs';

const WAIT = 60_000;
export const pictures = path.join(target, 'screenshots');

export class User {
  static steps = 0;

  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(WAIT);
    fs.mkdirSync(pictures, { recursive: true });
  }

  /** One thing that a user does; ends with a picture, also where it fails. */
  async step(name, deed) {
    const start = performance.now();
    const picture = path.join(pictures, `${String(++User.steps).padStart(2, '0')}-${name.replace(/[^a-z0-9]+/gi, '-')}.png`);
    try {
      await deed();
      console.log(`ok   ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      console.log(`FAIL ${name}: ${error.message}`);
      throw error;
    } finally {
      await this.page.screenshot({ path: picture }).catch(() => undefined);
    }
  }

  async goto(address) {
    await this.page.goto(address);
    await this.page.locator('.monaco-workbench').waitFor();
  }

  async command(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().click();
  }

  /** Opens a file from the explorer, for good. */
  async open(name) {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
    await this.page.locator(`.tab[data-resource-name="${name}"]`).waitFor();
    await this.line(/./).waitFor();
  }

  /** Goes to an open tab: again where the click is lost to an editor that is only just opening. */
  async tab(name) {
    const tab = this.page.locator('.tab', { hasText: name });
    const shown = this.page.locator('.tab.active', { hasText: name });
    for (const end = Date.now() + WAIT; Date.now() < end; ) {
      await tab.first().click();
      if (await shown.first().waitFor({ timeout: 3000 }).then(() => true, () => false)) return;
    }
    throw new Error(`the tab ${name} is never shown`);
  }

  /** Answers the dialogue for a file: once it has made its own proposal, which would overwrite what was typed before. */
  async saveAs(proposed, file) {
    const input = this.page.locator('.quick-input-widget input');
    const has = value => this.page.waitForFunction(end => document.querySelector('.quick-input-widget input')?.value.endsWith(end), value);
    await has(proposed);
    await input.fill(file);
    await has(file);
    await input.press('Enter');
  }

  line(text) {
    return this.page.locator('.view-line', { hasText: text }).first();
  }

  /** Puts the cursor near the start of a line: its middle may be out of sight. */
  async click(text) {
    await this.line(text).click({ position: { x: 40, y: 8 } });
  }

  /** Puts the cursor at the end of a line of the text. */
  async end(text) {
    await this.click(text);
    await this.page.keyboard.press('End');
  }

  /** Selects a word of a line, and types another one over it. */
  async replace(line, word, by) {
    await this.select(line, word);
    await this.page.keyboard.type(by);
    await this.page.keyboard.press('Escape');
  }

  async select(line, word) {
    await this.line(line).locator(`span:text("${word}")`).last().dblclick();
  }

  /** Waits until what is seen has stayed the same for a second: the edits of a drag are on their way for a while after the hand is off. */
  async settled(seen) {
    for (let before = await seen(), now; ; before = now) {
      await this.page.waitForTimeout(1000);
      now = await seen();
      if (now === before) return;
    }
  }

  squiggles() {
    return this.page.locator('.monaco-editor .squiggly-error');
  }

  async noSquiggle() {
    await this.page.waitForFunction(() => document.querySelectorAll('.monaco-editor .squiggly-error').length === 0);
  }

  status() {
    return this.page.locator('#madlang\\.mad\\.mad\\.design');
  }

  /** The page within the preview. */
  preview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }
}

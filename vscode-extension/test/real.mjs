// A real VS Code for the tests: its server as a child process, and Chromium to look at it.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

export const here = path.join(import.meta.dirname, '..');
export const target = path.join(here, 'target');
const folder = process.env.MAD_TEST_VSCODE ?? path.join(target, 'vscode');

function main() {
  if (!fs.existsSync(path.join(folder, 'installed'))) execFileSync(path.join(here, 'test/vscode/install.sh'), [folder], { stdio: 'inherit' });
  return path.join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js');
}

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'security.workspace.trust.enabled': false,
  'files.autoSave': 'off',
  'editor.accessibilitySupport': 'off',
  'files.simpleDialog.enable': true,
  'window.autoDetectColorScheme': false,
};

/** A workspace of its own: a copy of `test/ws`, and `long.mad`, whose design takes minutes. */
export function workspace() {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'mad-ws-'));
  fs.cpSync(path.join(here, 'test/ws'), copy, { recursive: true });
  fs.copyFileSync(path.join(here, '../examples/deepmad-89m.mad'), path.join(copy, 'long.mad'));
  return copy;
}

/** Starts VS Code with the given packages installed; ends with `stop`. */
export async function startVsCode({ vsix = [], settings = {} } = {}) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'mad-vscode-'));
  const where = ['--server-data-dir', `${home}/server`, '--user-data-dir', `${home}/user`, '--extensions-dir', `${home}/extensions`, '--accept-server-license-terms'];
  const set = more => {
    for (const scope of ['Machine', 'User']) {
      fs.mkdirSync(`${home}/user/${scope}`, { recursive: true });
      fs.writeFileSync(`${home}/user/${scope}/settings.json`, JSON.stringify({ ...SETTINGS, ...settings, ...more }));
    }
  };
  set({});
  fs.mkdirSync(`${home}/extensions`, { recursive: true });
  const script = main();
  for (const file of vsix) {
    const told = execFileSync(process.execPath, [script, ...where, '--install-extension', file, '--force'], { encoding: 'utf8', stdio: 'pipe' });
    if (!told.includes('successfully installed')) throw new Error(`${file} was not installed:\n${told}`);
  }
  const server = spawn(process.execPath, [script, ...where, '--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--enable-smoke-test-driver', '--telemetry-level', 'off'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const port = await new Promise((found, failed) => {
    const listen = data => {
      said += data;
      const at = /listening on (\d+)/.exec(said);
      if (at) found(Number(at[1]));
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('exit', code => failed(new Error(`VS Code ended with ${code}:\n${said}`)));
  });
  while (!(await fetch(`http://127.0.0.1:${port}/version`).catch(() => ({ ok: false }))).ok) await new Promise(later => setTimeout(later, 100));
  return {
    home,
    /** Settings that windows opened from now on have, too. */
    set,
    /** Of a folder, or of a workspace file. */
    address: (workspace, extra = '') =>
      `http://127.0.0.1:${port}/?${workspace.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${encodeURIComponent(workspace)}${extra}`,
    remote: `vscode-remote://127.0.0.1:${port}`,
    stop() {
      server.removeAllListeners('exit');
      try {
        process.kill(-server.pid, 'SIGKILL');
      } catch {
        // it is gone already
      }
      fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

export async function startBrowser() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!fs.existsSync(executablePath)) throw new Error(`${executablePath} is missing: install Chromium, or name it in CHROMIUM`);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

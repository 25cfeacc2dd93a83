// Bars 1 to 3, 11 and 12: how soon the server answers.
import { spawn } from 'child_process';
import fs from 'fs';
import { folder, textOf, uriOf } from './project.mjs';
import { now, sleep } from './options.mjs';
import { Server } from './server.mjs';
import { row, times } from './table.mjs';

export async function starting() {
  const spawned = [], opened = [];
  for (let i = 0; i < 9; i++) {
    let start = now();
    const server = new Server();
    await server.start(folder);
    spawned.push(now() - start);
    start = now();
    await server.open(uriOf(11), textOf(11));
    opened.push(now() - start);
    await server.stop();
  }
  row(3, 'spawn to initialize, 9 starts', 'p95 ≤ 800 ms', times(spawned, 'median', 'p95'));
  row(3, 'open to first diagnostics', '≤ 500 ms', times(opened, 'median', 'p95'));
}

export async function typing() {
  const server = new Server();
  await server.start(folder);
  for (let n = 0; n < 12; n++) await server.open(uriOf(n), textOf(n));
  await sleep(500);
  const line = 'metric total = sum(l in layers where l.main: l.macs) + Widht ';
  const last = textOf(6).split('\n').length;
  const taken = [];
  let version = 1;
  for (let round = 0; round < 4; round++) {
    server.change(uriOf(6), ++version, textOf(6) + '\n');
    await server.version(uriOf(6), version).catch(() => {});
    for (let i = 0; i < line.length; i++) {
      const at = { line: last, character: i };
      const said = server.version(uriOf(6), ++version);
      const start = now();
      server.change(uriOf(6), version, line[i], { start: at, end: at });
      await said;
      taken.push(now() - start);
      await sleep(Math.max(0, 150 - (now() - start)));
    }
  }
  const warm = taken.slice(20);
  row(1, `key to diagnostics, W2k, ${warm.length} keys at 150 ms`, 'p95 ≤ 40 ms, p99 ≤ 80 ms', times(warm, 'median', 'p95', 'p99'));
  row(1, 'the first 20 keys', 'p95 ≤ 100 ms', times(taken.slice(0, 20), 'p95'));
  await server.stop();
}

/** A design whose proof takes longer than the questions that are asked meanwhile; its text stands on no disk. */
const LONG = uriOf('long');
const long = fs.readFileSync(new URL('../../examples/deepmad-29m-288.mad', import.meta.url), 'utf8');

export async function whileSolving() {
  const server = new Server();
  await server.start(folder, { solveSeconds: 60 });
  await server.open(uriOf(11), textOf(11));
  await server.open(LONG, long);
  const textDocument = { uri: uriOf(11) };
  const line = textOf(11).split('\n').findIndex(l => l.startsWith('design'));
  const at = { textDocument, position: { line, character: 14 } };
  const ask = async () => {
    const fast = [], completion = [];
    for (let i = 0; i < 60; i++) {
      for (const [method, params, taken] of [['hover', at, fast], ['definition', at, fast], ['documentSymbol', { textDocument }, fast], ['completion', at, completion]]) {
        const start = now();
        await server.ask(`textDocument/${method}`, params);
        taken.push(now() - start);
        await sleep(5);
      }
    }
    return { fast, completion };
  };
  await ask();
  let solving = true;
  const ended = server.until(m => m.method === 'mad/solved');
  ended.then(() => { solving = false; });
  server.notify('mad/solve', { uri: LONG });
  await sleep(500);
  const { fast, completion } = await ask();
  row(2, 'hover, definition, symbols while a solve runs', 'p95 ≤ 30 ms', times(fast, 'median', 'p95'));
  row(2, 'completion while a solve runs', 'p95 ≤ 80 ms', times(completion, 'median', 'p95'));
  const cancels = [];
  for (let i = 0; i < 30; i++) {
    const answer = server.ask('textDocument/semanticTokens/full', { textDocument });
    const start = now();
    server.notify('$/cancelRequest', { id: server.id });
    await answer;
    cancels.push(now() - start);
  }
  row(11, 'a cancelled request answers', '≤ 50 ms', times(cancels, 'p95', 'worst'));
  if (!solving) throw new Error('the solve has ended: what was measured was not measured beside it');
  const start = now();
  server.change(LONG, 2, long + '\n');
  await Promise.race([ended, sleep(5000)]);
  row(12, 'a superseded solve stops', '≤ 100 ms', times([now() - start], 'worst'));
  await server.stop();
}

/** A client that is killed while somebody holds the server's pipes open. */
export async function leaving() {
  const took = [];
  for (let i = 0; i < 5; i++) {
    const client = spawn('sleep', ['600']);
    const server = new Server();
    await server.start(folder, {}, client.pid);
    const start = now();
    client.kill('SIGKILL');
    await server.exited;
    took.push(now() - start);
  }
  row(11, 'ends when its client is killed, 5 times', '≤ 2 s', times(took, 'median', 'worst'));
}

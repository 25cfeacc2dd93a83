// Bars 4 and 5: memory, and random edits.
import { folder, textOf, uriOf } from './project.mjs';
import { EDITS, RANDOM, now } from './options.mjs';
import { Server } from './server.mjs';
import { figure, row } from './table.mjs';

export async function memory() {
  const server = new Server();
  await server.start(folder);
  for (let n = 0; n < 12; n++) await server.open(uriOf(n), textOf(n));
  const half = [];
  let version = 1;
  const start = now();
  for (let i = 0; i < EDITS; i++) {
    const n = i % 12;
    const at = { line: 10 + (i % 100), character: 0 };
    if (i % 2 === 0) server.change(uriOf(n), ++version, 'x', { start: at, end: at });
    else server.change(uriOf((i - 1) % 12), ++version, '', { start: { ...at, line: 10 + ((i - 1) % 100) }, end: { line: 10 + ((i - 1) % 100), character: 1 } });
    if (i % 20 === 19) await server.ask('textDocument/foldingRange', { textDocument: { uri: uriOf(n) } });
    if (i === Math.floor(EDITS / 2)) half.push(server.memory());
  }
  const end = server.memory();
  row(4, `resident memory after ${EDITS.toLocaleString('en')} edits of W2k`, '≤ 250 MB', [figure('', end, 'MB')]);
  row(4, 'slope over the second half', '< 1 MB per 1,000 edits', [figure('', (end - half[0]) / (EDITS / 2000), 'MB per 1,000', v => v.toFixed(2)), figure('', (now() - start) / EDITS, 'ms an edit', v => v.toFixed(2))]);
  await server.stop();
}

export async function randomEdits() {
  const server = new Server();
  const fresh = new Server();
  await server.start(null);
  await fresh.start(null);
  let seed = 7;
  const next = n => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n; };
  const words = ['{', '}', '(', ')', '"', '\n', '\r\n', 'space ', 'stage ', 'x', '1', '..', '\u{1F600}', '\ud83d', '\u0000', '\ufffd', '/// ', 'import "', ' ', '%', ':'];
  const original = textOf(0).split('\n').slice(0, 60).join('\n');
  let text = original, version = 1, compared = 0, equal = 0;
  const uri = 'untitled:random.mad';
  await server.open(uri, text);
  const place = offset => { const before = text.slice(0, offset).split(/\r\n|\n|\r/); return { line: before.length - 1, character: before.at(-1).length }; };
  for (let i = 1; i <= RANDOM; i++) {
    const from = next(text.length + 1), to = Math.min(text.length, from + (next(3) === 0 ? next(6) : 0));
    const word = next(4) === 0 ? '' : words[next(words.length)];
    const split = text[from - 1] === '\r' && text[from] === '\n' || text[to - 1] === '\r' && text[to] === '\n';
    if (split) { i--; continue; }
    server.change(uri, ++version, word, { start: place(from), end: place(to) });
    text = text.slice(0, from) + word + text.slice(to);
    if (i % 500 === 0) {
      await server.ask('textDocument/foldingRange', { textDocument: { uri } });
      const mine = (await server.ask('textDocument/diagnostic', { textDocument: { uri } })).result.items;
      fresh.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'mad', version: 1, text } });
      const other = (await fresh.ask('textDocument/diagnostic', { textDocument: { uri } })).result.items;
      fresh.notify('textDocument/didClose', { textDocument: { uri } });
      compared++;
      equal += JSON.stringify(mine) === JSON.stringify(other) ? 1 : 0;
      text = original;
      server.change(uri, ++version, text);
    } else if (i % 50 === 0) await server.ask('textDocument/hover', { textDocument: { uri }, position: place(next(text.length)) });
  }
  row(5, `${RANDOM.toLocaleString('en')} random edits, junk and halves of emoji among them; every 500 compared with another server`, 'equal', `${equal} of ${compared} equal, no crash`);
  await server.stop();
  await fresh.stop();
}

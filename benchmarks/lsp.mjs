// Measures the language server as an editor sees it, over its pipes, and prints one Markdown table. Needs Node and nothing else.
//   node benchmarks/lsp.mjs [--edits 20000] [--random 20000] [SERVER COMMAND...]      default: ./mad lsp
import { spawn } from 'child_process';
import fs from 'fs';
import os from 'os';
import path from 'path';
import { pathToFileURL } from 'url';

const args = process.argv.slice(2);
const option = (name, otherwise) => { const i = args.indexOf(name); return i < 0 ? otherwise : Number(args.splice(i, 2)[1]); };
const EDITS = option('--edits', 20000);
const RANDOM = option('--random', 20000);
const command = args.length ? args : ['./mad', 'lsp'];
const sleep = ms => new Promise(done => setTimeout(done, ms));
const now = () => performance.now();
const percentile = (values, p) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))];
const ms = value => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const rows = [];
const row = (bar, what, bound, measured) => { rows.push(`| ${bar} | ${what} | ${bound} | ${measured} |`); console.log(rows.at(-1)); };

class Server {
  constructor() {
    this.process = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'] });
    this.exited = new Promise(done => this.process.on('exit', done));
    this.buffer = Buffer.alloc(0);
    this.id = 0;
    this.answers = new Map();
    this.published = new Map();
    this.listeners = new Set();
    this.process.stdout.on('data', data => { this.buffer = Buffer.concat([this.buffer, data]); this.read(); });
  }

  read() {
    for (;;) {
      const head = this.buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.buffer.subarray(0, head))[1]);
      if (this.buffer.length < head + 4 + length) return;
      const message = JSON.parse(this.buffer.subarray(head + 4, head + 4 + length));
      this.buffer = this.buffer.subarray(head + 4 + length);
      this.take(message);
    }
  }

  take(message) {
    if (message.method === 'textDocument/publishDiagnostics') this.published.set(message.params.uri, message.params);
    if (message.method === 'window/logMessage' && /failed/.test(message.params.message)) console.error(message.params.message);
    if (message.id !== undefined && message.method) this.send({ id: message.id, result: null });
    else if (message.id !== undefined) { this.answers.get(message.id)?.(message); this.answers.delete(message.id); }
    for (const listener of this.listeners) listener(message);
  }

  send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  notify(method, params) { this.send({ method, params }); }

  ask(method, params) {
    const id = ++this.id;
    return new Promise(done => { this.answers.set(id, done); this.send({ id, method, params }); });
  }

  until(test) {
    return new Promise(done => {
      const listener = message => { if (test(message)) { this.listeners.delete(listener); done(message); } };
      this.listeners.add(listener);
    });
  }

  start(folder, options = {}) {
    return this.ask('initialize', {
      processId: process.pid, rootUri: folder && pathToFileURL(folder).toString(), initializationOptions: { solve: 'manual', ...options },
      capabilities: { textDocument: { hover: { contentFormat: ['markdown'] }, documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
    }).then(() => this.notify('initialized', {}));
  }

  async open(uri, text) {
    const first = this.until(m => m.method === 'textDocument/publishDiagnostics' && m.params.uri === uri);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'mad', version: 1, text } });
    return first;
  }

  change(uri, version, text, range) {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [range ? { range, text } : { text }] });
  }

  /** The next diagnostics of at least this version: an edit that changes nothing that is said is published as well. */
  version(uri, version) {
    return this.until(m => m.method === 'textDocument/publishDiagnostics' && m.params.uri === uri && m.params.version >= version);
  }

  memory() {
    const children = fs.readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(children)[1]) / 1024;
  }

  async stop() { await this.ask('shutdown', null); this.notify('exit', null); await this.exited; }
}

/** W2k: 2,000 lines in 12 files that import each other. */
function project() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mad-w2k-'));
  for (let f = 0; f < 12; f++) {
    let text = 'import mad.blocks { Bottleneck, ConvBnRelu }\nimport mad.counting.torchvision { macs, params }\nimport mad.deepmad { entropy }\n';
    if (f > 0) text += `import "file${f - 1}.mad" { Width${f - 1}_0, Unit${f - 1}_0 }\n`;
    for (let i = 0; text.split('\n').length < 167; i++) {
      const width = f > 0 ? `Width${f - 1}_0` : '64';
      text += `\n/// A width.\nlet Width${f}_${i} = ${width} + ${8 * i}\n\nblock Unit${f}_${i}(out: channels, mid: channels = 8) {\n  ${f > 0 ? `Unit${f - 1}_0(out)` : 'conv(mid) bn relu'}\n`
        + '  add { conv(mid, kernel: 3) bn relu conv(out) bn } { if in != out { conv(out) bn } }\n  relu\n}\n\n'
        + `space Net${f}_${i} {\n  input image(channels: 3, size: 64)\n  stem ConvBnRelu(out: 8..32 step 8, stride: 2)\n`
        + `  stage s1: Unit${f}_${i}(out: 16..Width${f}_${i} step 8, mid: {8, 16}) x 1..4\n  stage s2: Bottleneck(out: 32..128 step 8, mid: 8..64 step 8, stride: 2) x 1..4\n`
        + `  head { globalpool linear(10) }\n  require nondecreasing(stages.out)\n}\n\nbudget Small${f}_${i} { macs <= 30 M, params <= 1 M }\n\n`
        + `design D${f}_${i} of Net${f}_${i} {\n  within Small${f}_${i}\n  maximize entropy(weights: [1, 1])\n  report macs, params\n}\n`;
    }
    fs.writeFileSync(path.join(folder, `file${f}.mad`), text.split('\n').slice(0, 400).join('\n'));
  }
  return folder;
}

const folder = project();
const file = n => path.join(folder, `file${n}.mad`);
const uriOf = n => pathToFileURL(file(n)).toString();
const textOf = n => fs.readFileSync(file(n), 'utf8');

async function starting() {
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
  row(3, 'spawn to initialize, 9 starts', 'p95 ≤ 800 ms', `median ${ms(percentile(spawned, 0.5))}, p95 ${ms(percentile(spawned, 0.95))}`);
  row(3, 'open to first diagnostics', '≤ 500 ms', `median ${ms(percentile(opened, 0.5))}, p95 ${ms(percentile(opened, 0.95))}`);
}

async function typing() {
  const server = new Server();
  await server.start(folder);
  for (let n = 0; n < 12; n++) await server.open(uriOf(n), textOf(n));
  await sleep(500);
  const line = 'metric total = sum(l in layers where l.main: l.macs) + Widht ';
  const last = textOf(6).split('\n').length;
  const times = [];
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
      times.push(now() - start);
      await sleep(Math.max(0, 150 - (now() - start)));
    }
  }
  const warm = times.slice(20);
  row(1, `key to diagnostics, W2k, ${warm.length} keys at 150 ms`, 'p95 ≤ 40 ms, p99 ≤ 80 ms', `median ${ms(percentile(warm, 0.5))}, p95 ${ms(percentile(warm, 0.95))}, p99 ${ms(percentile(warm, 0.99))}`);
  row(1, 'the first 20 keys', 'p95 ≤ 100 ms', `p95 ${ms(percentile(times.slice(0, 20), 0.95))}`);
  await server.stop();
}

async function whileSolving() {
  const server = new Server();
  await server.start(folder, { solveSeconds: 60 });
  await server.open(uriOf(11), textOf(11));
  const textDocument = { uri: uriOf(11) };
  const line = textOf(11).split('\n').findIndex(l => l.startsWith('design'));
  const at = { textDocument, position: { line, character: 14 } };
  const ask = async () => {
    const fast = [], completion = [];
    for (let i = 0; i < 60; i++) {
      for (const [method, params, times] of [['hover', at, fast], ['definition', at, fast], ['documentSymbol', { textDocument }, fast], ['completion', at, completion]]) {
        const start = now();
        await server.ask(`textDocument/${method}`, params);
        times.push(now() - start);
        await sleep(5);
      }
    }
    return { fast, completion };
  };
  await ask();
  server.notify('mad/solve', { uri: uriOf(11) });
  await sleep(500);
  const { fast, completion } = await ask();
  row(2, 'hover, definition, symbols while a solve runs', 'p95 ≤ 30 ms', `median ${ms(percentile(fast, 0.5))}, p95 ${ms(percentile(fast, 0.95))}`);
  row(2, 'completion while a solve runs', 'p95 ≤ 80 ms', `median ${ms(percentile(completion, 0.5))}, p95 ${ms(percentile(completion, 0.95))}`);
  const cancels = [];
  for (let i = 0; i < 30; i++) {
    const answer = server.ask('textDocument/semanticTokens/full', { textDocument });
    const start = now();
    server.notify('$/cancelRequest', { id: server.id });
    await answer;
    cancels.push(now() - start);
  }
  row(11, 'a cancelled request answers', '≤ 50 ms', `p95 ${ms(percentile(cancels, 0.95))}, worst ${ms(Math.max(...cancels))}`);
  const stopped = server.until(m => m.method === 'mad/solved');
  const start = now();
  server.change(uriOf(11), 2, textOf(11) + '\n');
  await Promise.race([stopped, sleep(5000)]);
  row(12, 'a superseded solve stops', '≤ 100 ms', ms(now() - start));
  await server.stop();
}

async function memory() {
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
  row(4, `resident memory after ${EDITS.toLocaleString('en')} edits of W2k`, '≤ 250 MB', `${end.toFixed(0)} MB`);
  row(4, 'slope over the second half', '< 1 MB per 1,000 edits', `${((end - half[0]) / (EDITS / 2000)).toFixed(2)} MB per 1,000 (${((now() - start) / EDITS).toFixed(2)} ms an edit)`);
  await server.stop();
}

async function randomEdits() {
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
    if (split) continue;
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

console.log(`load ${os.loadavg().map(l => l.toFixed(1)).join(' ')}, ${os.cpus().length} cores`);
console.log('| bar | what | bound | measured |\n|---|---|---|---|');
for (const part of [starting, typing, whileSolving, memory, randomEdits]) await part();
console.log(`load ${os.loadavg().map(l => l.toFixed(1)).join(' ')}`);
fs.rmSync(folder, { recursive: true });
process.exit(0);

// Bars 6, 7, 9 and 10: what is said, and what is offered.
import fs from 'fs';
import path from 'path';
import { fileURLToPath, pathToFileURL } from 'url';
import { mistakes } from './mistakes.mjs';
import { EVERY } from './options.mjs';
import { folder, textOf, uriOf } from './project.mjs';
import { Server } from './server.mjs';
import { percent, row } from './table.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const SYNTAX = /^MAD1/;

/** Each item of a file broken in turn, in three ways: all others keep their symbols, and a hover. */
export async function blastRadius() {
  const server = new Server();
  await server.start(folder);
  const uri = uriOf(5), text = textOf(5), textDocument = { uri };
  await server.open(uri, text);
  const symbols = async () => (await server.ask('textDocument/documentSymbol', { textDocument })).result;
  const before = await symbols();
  const lines = text.split('\n');
  let version = 1, broken = 0, spared = 0;
  for (const symbol of before) {
    const first = symbol.selectionRange.start, last = symbol.range.end;
    const wounds = [
      { range: { start: { line: last.line, character: last.character - 1 }, end: last }, text: '' },
      { range: { start: first, end: first }, text: '( " ' },
      { range: { start: { line: first.line, character: 0 }, end: { line: first.line, character: 3 } }, text: 'xx' },
    ];
    const other = before.find(s => s.name !== symbol.name && s.kind === symbol.kind) ?? before.find(s => s.name !== symbol.name);
    for (const wound of wounds) {
      server.change(uri, ++version, wound.text, wound.range);
      const now = new Set((await symbols()).map(s => s.name));
      const hover = (await server.ask('textDocument/hover', { textDocument, position: { line: other.selectionRange.start.line, character: other.selectionRange.start.character } })).result;
      broken++;
      if (hover && before.every(s => s.name === symbol.name || now.has(s.name))) spared++;
      server.change(uri, ++version, text);
    }
  }
  row(6, `each of ${before.length} items of a file (${lines.length} lines) broken in 3 ways: all others keep symbol and hover`, 'always', `${spared} of ${broken}`);
  await server.stop();
}

/** The labelled texts of the compiler's own test, as an editor sees them. */
export async function firstErrors() {
  const server = new Server();
  await server.start(null);
  const samples = fs.readFileSync(path.join(root, 'compiler/src/test/resources/mad/syntax/broken.txt'), 'utf8').split(/^=== /m).slice(1);
  let right = 0, few = 0, raw = 0;
  for (const [i, sample] of samples.entries()) {
    const uri = `untitled:broken-${i}.mad`;
    const end = sample.indexOf('\n');
    const line = Number(sample.slice(0, end).split(' ')[0]);
    // A text of a few lines uses names that it does not define: what is said of those belongs to no mistake.
    const said = (await server.open(uri, sample.slice(end + 1))).params.diagnostics.filter(d => SYNTAX.test(d.code));
    const place = d => d.range.start.line * 10000 + d.range.start.character;
    const first = [...said].sort((a, b) => place(a) - place(b))[0];
    if (first?.range.start.line === line - 1) right++;
    if (said.length <= 2) few++;
    raw += said.filter(d => /<EOF>|<missing|viable|mismatched|extraneous|T__/.test(d.message)).length;
    server.notify('textDocument/didClose', { textDocument: { uri } });
  }
  row(7, `${samples.length} labelled broken texts: the first error of syntax on the right line`, '≥ 95 %', percent(right, samples.length));
  row(7, 'at most two errors of syntax', '≥ 90 %', percent(few, samples.length));
  row(7, "texts of the parser's own", 'none', raw);
  await server.stop();
}

const corpus = () => ['examples', 'compiler/src/main/resources/mad/lib'].flatMap(f => fs.readdirSync(path.join(root, f), { recursive: true }).filter(n => n.endsWith('.mad')).map(n => path.join(root, f, n)));
const counted = (nth, one) => nth === 1 ? `every ${one}` : `one ${one} in ${nth}`;

/** Files of the examples and the library with one mistake: whatever is said then, of names, types and units as well, is of that mistake. */
export async function oneMistake() {
  const server = new Server();
  await server.start(root);
  let made = 0, right = 0, few = 0;
  for (const file of corpus()) {
    const uri = pathToFileURL(file).toString(), text = fs.readFileSync(file, 'utf8');
    const before = new Set((await server.open(uri, text)).params.diagnostics.map(d => d.message));
    let version = 1;
    for (const mistake of mistakes(text, EVERY)) {
      server.change(uri, ++version, mistake.text);
      const said = (await server.ask('textDocument/diagnostic', { textDocument: { uri } })).result.items.filter(d => !before.has(d.message));
      made++;
      if (Math.min(...said.map(d => d.range.start.line)) === mistake.line) right++;
      if (said.length > 0 && said.length <= 2) few++;
    }
    server.notify('textDocument/didClose', { textDocument: { uri } });
  }
  row(7, `${made.toLocaleString('en')} files with one mistake (${counted(EVERY, 'place')} of the corpus), of syntax, names and units: the first diagnostic of any kind on its line`, '≥ 95 %', percent(right, made));
  row(7, 'at most two diagnostics of any kind for it', '≥ 90 %', percent(few, made));
  await server.stop();
}

const PARTIES = {
  'a name defined twice': 'let ⟨a⟩ = 1\nlet a = 2\n',
  'units that differ': 'metric a = sum(layers.params)\nlet b = ⟨3 MB⟩ + ⟨2 ms⟩\n',
  'a budget that the space alone breaks': 'space N { input image(channels: 3, size: 8) stem conv(8..16 step 8) }\nmetric cost = sum(layers.params)\nbudget B { ⟨cost <= 10⟩ }\ndesign D of N { within B maximize cost }\n',
  'budgets in conflict': 'space N { input image(channels: 3, size: 8) stem conv(8..64 step 8) }\nmetric cost = sum(layers.params)\nmetric width = sum(layers.out)\nbudget B { ⟨cost <= 50⟩ }\nbudget C { ⟨width >= 32⟩ }\ndesign D of N { within B, C maximize cost }\n',
  'a requirement and a budget': 'space N { input image(channels: 3, size: 8) stage s: conv(8..64 step 8) ⟨require s.out >= 32⟩ }\nmetric cost = sum(layers.params)\nbudget B { ⟨cost <= 50⟩ }\ndesign D of N { within B maximize cost }\n',
};

export async function parties() {
  const server = new Server();
  await server.start(null);
  let complete = 0;
  for (const [what, marked] of Object.entries(PARTIES)) {
    const uri = `untitled:${what.replaceAll(' ', '-')}.mad`;
    const text = marked.replace(/[⟨⟩]/g, '');
    const wanted = [...marked.matchAll(/⟨/g)].map((m, i) => marked.slice(0, m.index).replace(/[⟨⟩]/g, '')).map(b => `${b.split('\n').length - 1}:${b.split('\n').at(-1).length}`);
    await server.open(uri, text);
    const solved = server.until(m => m.method === 'mad/solved' || m.method === 'window/logMessage');
    if (/design/.test(text)) { server.notify('mad/solve', { uri }); await solved; }
    const said = (await server.ask('textDocument/diagnostic', { textDocument: { uri } })).result.items;
    const places = said.flatMap(d => [d.range, ...(d.relatedInformation ?? []).map(r => r.location.range)]).map(r => `${r.start.line}:${r.start.character}`);
    if (wanted.every(w => places.includes(w))) complete++;
    else console.error(`${what}: ${wanted} not all in ${places}: ${JSON.stringify(said.map(d => d.message))}`);
  }
  row(9, `${Object.keys(PARTIES).length} clashes: every party is pointed at`, 'all', `${complete}`);
  await server.stop();
}

/** Words of the examples and the library, of which but the first letter is left. */
export async function completion() {
  const server = new Server();
  await server.start(root);
  const files = corpus();
  let tried = 0, present = 0, first = 0, word = 0;
  for (const file of files) {
    const uri = pathToFileURL(file).toString(), text = fs.readFileSync(file, 'utf8');
    await server.open(uri, text);
    const tokens = (await server.ask('textDocument/semanticTokens/full', { textDocument: { uri } })).result.data;
    const lines = text.split('\n');
    let version = 1, line = 0, character = 0;
    for (let i = 0; i < tokens.length; i += 5) {
      line += tokens[i];
      character = tokens[i] ? tokens[i + 1] : character + tokens[i + 1];
      const token = lines[line].substr(character, tokens[i + 2]);
      if (!/^[A-Za-z_]\w+$/.test(token) || word++ % EVERY) continue;
      const at = { line, character: character + 1 };
      server.change(uri, ++version, '', { start: at, end: { line, character: character + token.length } });
      const offered = (await server.ask('textDocument/completion', { textDocument: { uri }, position: at })).result;
      server.change(uri, ++version, token.slice(1), { start: at, end: at });
      const place = [...offered].sort((a, b) => (a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1).findIndex(o => o.label === token);
      tried++;
      if (place >= 0) present++;
      if (place >= 0 && place < 5) first++;
    }
    server.notify('textDocument/didClose', { textDocument: { uri } });
  }
  row(10, `${counted(EVERY, 'word')} of the corpus (${tried.toLocaleString('en')} in ${files.length} files), all but its first letter gone: it is offered`, '≥ 98 %', percent(present, tried));
  row(10, 'among the first five', '≥ 80 %', percent(first, tried));
  await server.stop();
}

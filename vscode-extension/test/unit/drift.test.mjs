// The highlighting grammar knows every word, sign, unit, type and layer of the language: all are read from where the language is defined.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';

const require = createRequire(import.meta.url);
const textmate = require('vscode-textmate');
const oniguruma = require('vscode-oniguruma');
const here = path.join(import.meta.dirname, '../..');
const read = file => fs.readFileSync(path.join(here, file), 'utf8');

const antlr = read('../grammar/src/main/antlr4/mad/grammar/Mad.g4').replace(/\/\*[\s\S]*?\*\//g, '').replace(/#.*$/gm, '').replace(/^\s*\/\/.*$/gm, '');
const [parser] = antlr.split(/^DOC\s*:/m);
const literals = [...new Set([...parser.matchAll(/'([^']+)'/g)].map(m => m[1]))];

async function grammar() {
  await oniguruma.loadWASM(fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({ createOnigScanner: p => new oniguruma.OnigScanner(p), createOnigString: s => new oniguruma.OnigString(s) }),
    loadGrammar: async () => textmate.parseRawGrammar(read('syntaxes/mad.tmLanguage.json'), 'mad.json'),
  });
  return registry.loadGrammar('source.mad');
}
const mad = await grammar();

/** Word to the scopes that it gets somewhere in a text. */
function scopes(text) {
  const found = new Map();
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = mad.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const t of tokens) {
      for (const word of line.slice(t.startIndex, t.endIndex).trim().split(/\s+/)) found.set(word, [...(found.get(word) ?? []), ...t.scopes.slice(1)]);
    }
  }
  return found;
}

const everything = scopes(read('test/grammar/every-word.mad'));
const isWord = literal => /^[a-z]/i.test(literal);

test('the ANTLR grammar was read', () => assert.ok(literals.length > 70 && literals.includes('space') && literals.includes('<='), String(literals)));

for (const word of literals.filter(isWord)) {
  test(`the keyword ${word}`, () => assert.ok(everything.get(word)?.some(s => /^(keyword|storage|constant\.language|support\.type)/.test(s)), String(everything.get(word))));
}

for (const sign of literals.filter(l => !isWord(l))) {
  test(`the sign ${sign}`, () => {
    const tokens = mad.tokenizeLine(`a ${sign} b`, textmate.INITIAL).tokens;
    const scope = tokens.find(t => t.startIndex <= 2 && t.endIndex > 2).scopes.at(-1);
    assert.match(scope, /^(keyword\.operator|punctuation)/);
  });
}

const units = /Set<String>[^;]*?Set\.of\(([\s\S]*?)\)/.exec(read('../compiler/src/main/java/mad/syntax/Tokens.java'))?.[1].match(/"([^"]+)"/g) ?? [];
test('the units of the lexer', () => {
  assert.ok(units.length > 10);
  for (const unit of [...units.map(u => u.slice(1, -1)), '%']) {
    assert.deepEqual(mad.tokenizeLine(`2 ${unit}`, textmate.INITIAL).tokens.map(t => t.scopes.at(-1)), ['constant.numeric.mad', 'source.mad', 'keyword.other.unit.mad'], unit);
  }
});

test('the types', () => {
  const types = [...read('../compiler/src/main/java/mad/semantic/Types.java').matchAll(/plain\("(\w+)"/g)].map(m => m[1]);
  assert.ok(types.length > 5);
  for (const type of types) {
    assert.equal(mad.tokenizeLine(`let f(a: ${type}) = 1`, textmate.INITIAL).tokens.find(t => t.startIndex === 9)?.scopes.at(-1), 'support.type.mad', type);
  }
});

test('the primitive layers', () => {
  const layers = [...read('../compiler/src/main/java/mad/model/Primitive.java').matchAll(/^ {4}[A-Z0-9_]+\(\s*"(\w+)"/gm)].map(m => m[1]);
  assert.ok(layers.length > 25, String(layers));
  for (const layer of layers) assert.equal(mad.tokenizeLine(layer, textmate.INITIAL).tokens[0].scopes.at(-1), 'support.function.layer.mad', layer);
});

// The protocol's meta-model as a judge of messages. Microsoft generates the meta-model from the declarations in its library; here they become a JSON schema, in which
// properties that the protocol does not know are errors.
import Ajv from 'ajv';
import fs from 'fs';
import path from 'path';
import { createGenerator } from 'ts-json-schema-generator';
import { fileURLToPath } from 'url';

const here = path.dirname(fileURLToPath(import.meta.url));
const declarations = path.join(here, 'node_modules/vscode-languageserver-protocol/lib/common');
const SIGNATURE = /namespace (\w+) \{\s*(?:\/\*\*[^]*?\*\/\s*)?const method: '([^']+)';[^}]*?const type: Protocol(Request|Notification)Type(0?)<([^]*?);\n/g;
// What the library declares elsewhere or in another form.
const OTHERS = [
  { method: '$/progress', name: 'Progress', params: '{ token: ProgressToken; value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd }' },
  ...['codeLens', 'inlayHint', 'semanticTokens', 'diagnostics', 'foldingRange'].map(what => ({ method: `workspace/${what}/refresh`, name: `${what}Refresh`, result: 'null' })),
];

/** The arguments of a generic type, from the text behind its bracket. */
function typeArguments(text) {
  const all = [];
  for (let i = 0, start = 0, depth = 0; ; i++) {
    if ('<({['.includes(text[i])) depth++;
    if (depth === 0 && ',>'.includes(text[i])) { all.push(text.slice(start, i).trim()); start = i + 1; }
    if ('>)}]'.includes(text[i]) && depth-- === 0) return all;
  }
}

function signatures() {
  const all = [...OTHERS];
  for (const file of fs.readdirSync(declarations).filter(f => f.endsWith('.d.ts'))) {
    for (const [, name, method, kind, zero, text] of fs.readFileSync(path.join(declarations, file), 'utf8').matchAll(SIGNATURE)) {
      const given = typeArguments(text);
      const params = zero ? undefined : given.shift();
      all.push({ method, name, params: params === 'void' ? undefined : params, result: kind === 'Request' ? given.shift() : undefined });
    }
  }
  return all;
}

function schema(known) {
  const types = known.flatMap(s => [s.params && [`${s.name}_params`, s.params], s.result && [`${s.name}_result`, s.result]].filter(Boolean));
  const names = new Set(types.flatMap(([, type]) => type.match(/\b[A-Z]\w*/g) ?? []));
  names.delete('Array');
  const source = path.join(here, 'messages.ts'), config = path.join(here, 'tsconfig.json');
  fs.writeFileSync(source, `import { ${[...names].join(', ')} } from 'vscode-languageserver-protocol/node';\n${types.map(([name, type]) => `export type ${name} = ${type};\n`).join('')}`);
  fs.writeFileSync(config, JSON.stringify({ compilerOptions: { module: 'nodenext', strict: true, skipLibCheck: true, types: [] }, files: [source] }));
  const made = createGenerator({ path: source, tsconfig: config, type: '*', additionalProperties: false }).createSchema('*');
  Object.assign(made.definitions.uinteger, { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 });
  Object.assign(made.definitions.integer, { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 });
  Object.assign(made.definitions.DocumentUri, { pattern: '^[A-Za-z][A-Za-z0-9+.-]*:' });
  return made;
}

const known = new Map(signatures().map(s => [s.method, s]));
const ajv = new Ajv({ strict: false, allErrors: false }).addSchema(schema([...known.values()]), 'protocol');

function wrong(name, value) {
  const valid = ajv.getSchema(`protocol#/definitions/${name}`);
  return valid(value) ? undefined : ajv.errorsText(valid.errors);
}

/** All that goes through one connection, in both directions. */
export class Judge {
  counted = 0;
  methods = new Set();
  complaints = [];
  #asked = { server: new Map(), client: new Map() };

  /** @param from who sends it: server or client */
  take(from, message) {
    this.counted++;
    const complaint = this.#complaint(from, message);
    if (complaint) this.complaints.push(`${from}: ${complaint}: ${JSON.stringify(message).slice(0, 300)}`);
  }

  #complaint(from, message) {
    if (message.jsonrpc !== '2.0') return 'no JSON-RPC';
    if (message.method === undefined) return this.#answer(this.#asked[from === 'server' ? 'client' : 'server'], message);
    if (message.id !== undefined) this.#asked[from].set(message.id, message.method);
    if (message.method.startsWith('mad/') || message.method === '$/cancelRequest') return undefined; // mad/: ProtocolPageTest
    const signature = known.get(message.method);
    if (!signature) return 'an unknown method';
    this.methods.add(message.method);
    return signature.params ? wrong(`${signature.name}_params`, message.params) : message.params == null ? undefined : 'parameters that the protocol does not know';
  }

  #answer(asked, message) {
    const method = asked.get(message.id);
    if (method === undefined) return 'an answer to nothing';
    asked.delete(message.id);
    if (message.error) return Number.isInteger(message.error.code) && typeof message.error.message === 'string' ? undefined : 'an error without code';
    if (!('result' in message)) return 'neither result nor error';
    const signature = known.get(method);
    return !signature ? undefined : signature.result === 'void' || signature.result === 'null' ? (message.result == null ? undefined : 'a result where there is none') : wrong(`${signature.name}_result`, message.result);
  }
}

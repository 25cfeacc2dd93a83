// A client on Microsoft's own library. Every message that passes is judged by the protocol's meta-model.
import { spawn } from 'child_process';
import { createRequire } from 'module';
import { Judge } from './protocol.mjs';

export const lsp = createRequire(import.meta.url)('vscode-languageserver-protocol/node');
export const command = process.argv.slice(2);
export const sleep = ms => new Promise(done => setTimeout(done, ms));
export const outcome = { failures: 0 };

export function check(what, ok, detail) {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}${ok || detail === undefined ? '' : ': ' + JSON.stringify(detail).slice(0, 400)}`);
  if (!ok) outcome.failures++;
}

const capabilities = {
  textDocument: {
    hover: { contentFormat: ['markdown'] }, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, definition: { linkSupport: true },
    completion: { completionItem: { snippetSupport: true } }, publishDiagnostics: { relatedInformation: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } } },
  },
  workspace: { workspaceFolders: true },
  window: { workDoneProgress: true },
};

export class Client {
  constructor(reader, writer) {
    this.judge = new Judge();
    this.published = new Map();
    this.waiting = [];
    this.versionsWentBack = false;
    this.own = [];
    this.progress = [];
    this.connection = lsp.createProtocolConnection(this.#heard(reader), this.#spoken(writer));
    this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, p => {
      const last = this.published.get(p.uri);
      if (last && last.version > p.version) this.versionsWentBack = true;
      this.published.set(p.uri, p);
      this.waiting = this.waiting.filter(w => !w(p));
    });
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onNotification('$/progress', p => this.progress.push(p));
    for (const method of ['mad/solved', 'mad/solveProgress']) this.connection.onNotification(method, p => this.own.push({ method, ...p }));
    this.connection.onNotification('window/logMessage', p => { if (/failed/.test(p.message)) { check('no failure in the log', false, p.message); } });
    this.connection.listen();
  }

  static spawned() {
    const server = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
    const client = new Client(new lsp.StreamMessageReader(server.stdout), new lsp.StreamMessageWriter(server.stdin));
    client.exited = new Promise(done => server.on('exit', done));
    return client;
  }

  #heard(reader) {
    const listen = reader.listen.bind(reader);
    reader.listen = take => listen(message => { this.judge.take('server', message); take(message); });
    return reader;
  }

  #spoken(writer) {
    const write = writer.write.bind(writer);
    writer.write = message => { this.judge.take('client', JSON.parse(JSON.stringify(message))); return write(message); };
    return writer;
  }

  async start(folders = []) {
    this.said = await this.connection.sendRequest('initialize', {
      processId: process.pid, rootUri: null, workspaceFolders: folders.length ? folders : null, capabilities, initializationOptions: { solve: 'manual' } });
    await this.connection.sendNotification('initialized', {});
  }

  open(uri, text) {
    return this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'mad', version: 1, text } });
  }

  change(uri, version, text, range) {
    return this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [range ? { range, text } : { text }] });
  }

  close(uri) { return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } }); }

  /** The diagnostics of a text as it is now. */
  async diagnostics(uri) {
    return (await this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })).items;
  }

  next(test) {
    for (const p of this.published.values()) if (test(p)) return Promise.resolve(p);
    return new Promise((done, failed) => {
      setTimeout(() => failed(new Error('nothing was published')), 20000);
      this.waiting.push(p => test(p) && (done(p), true));
    });
  }

  async stop() {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    check(`${this.judge.counted} messages of ${this.judge.methods.size} methods are as the meta-model says`, this.judge.complaints.length === 0, this.judge.complaints);
  }
}

// The server as a process, and an editor at its pipes.
import { spawn } from 'child_process';
import fs from 'fs';
import { pathToFileURL } from 'url';
import { command } from './options.mjs';

export class Server {
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

  start(folder, options = {}, client = process.pid) {
    return this.ask('initialize', {
      processId: client, rootUri: folder && pathToFileURL(folder).toString(), initializationOptions: { solve: 'manual', ...options },
      capabilities: { textDocument: { hover: { contentFormat: ['markdown'] }, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, publishDiagnostics: { relatedInformation: true } } },
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

// How a server behaves as a process: it ends with its client, and serves one after another.
import { spawn } from 'child_process';
import fs from 'fs';
import net from 'net';
import os from 'os';
import path from 'path';
import { pathToFileURL } from 'url';
import { Client, check, command, lsp, sleep } from './client.mjs';

/** A client that is killed: the server must follow, though its pipes are still held open. */
export async function diesWithItsClient() {
  const script = `const { spawn } = require('child_process');
    const s = spawn(${JSON.stringify(command[0])}, ${JSON.stringify(command.slice(1))}, { stdio: ['inherit', 'inherit', 'inherit'] });
    const m = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
    console.error('PIDS ' + s.pid); setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'pipe'] });
  const pid = await new Promise(done => parent.stderr.on('data', d => { const m = /PIDS (\d+)/.exec(d); if (m) done(Number(m[1])); }));
  const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: parent.pid, rootUri: null, capabilities: {} } });
  parent.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
  await new Promise(done => parent.stdout.once('data', done));
  parent.kill('SIGKILL');
  const start = performance.now();
  const alive = () => { try { process.kill(pid, 0); return !/State:\s+Z/.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8')); } catch { return false; } };
  while (alive() && performance.now() - start < 20000) await sleep(20);
  check(`dies with its client (after ${(performance.now() - start).toFixed(0)} ms)`, !alive());
}

export async function twoClientsInARow() {
  const server = spawn(command[0], [...command.slice(1), '--socket', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await new Promise(done => server.stderr.on('data', d => { const m = /port (\d+)/.exec(d); if (m) done(Number(m[1])); }));
  for (const name of ['first', 'second']) {
    const socket = net.connect(port, '127.0.0.1');
    const client = new Client(new lsp.StreamMessageReader(socket), new lsp.StreamMessageWriter(socket));
    await client.start();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mad-'));
    const uri = pathToFileURL(path.join(folder, 'ü & one.mad')).toString();
    await client.open(uri, 'let a = b\n');
    check(`the ${name} client of a socket is served`, (await client.next(p => p.uri === uri)).diagnostics.length === 1);
    await client.stop();
    fs.rmSync(folder, { recursive: true });
    await sleep(200);
  }
  server.kill();
}

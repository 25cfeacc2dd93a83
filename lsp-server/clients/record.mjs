// Stands between an editor and the server and writes down what is typed: one JSON object a line, `{"text": …}` for a text that is opened and the changes of the protocol after it.
// node record.mjs OUT SERVER COMMAND...
import { spawn } from 'child_process';
import fs from 'fs';

const [out, ...command] = process.argv.slice(2);
const server = spawn(command[0], command.slice(1), { stdio: ['pipe', 'inherit', 'inherit'] });
let buffer = Buffer.alloc(0);

function note({ method, params }) {
  if (method === 'textDocument/didOpen') fs.appendFileSync(out, JSON.stringify({ text: params.textDocument.text }) + '\n');
  if (method === 'textDocument/didChange') fs.appendFileSync(out, JSON.stringify(params.contentChanges) + '\n');
}

process.stdin.on('data', data => {
  server.stdin.write(data);
  buffer = Buffer.concat([buffer, data]);
  for (let head; (head = buffer.indexOf('\r\n\r\n')) >= 0;) {
    const end = head + 4 + Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, head))[1]);
    if (buffer.length < end) return;
    note(JSON.parse(buffer.subarray(head + 4, end)));
    buffer = buffer.subarray(end);
  }
});
process.stdin.on('end', () => server.stdin.end());
server.on('exit', code => process.exit(code ?? 1));

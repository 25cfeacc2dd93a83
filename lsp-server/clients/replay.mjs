// Typing sessions that were recorded in real editors (record.mjs): typed again, all at once, they end where a fresh server begins.
import fs from 'fs';
import path from 'path';
import { fileURLToPath } from 'url';
import { Client, check } from './client.mjs';

const sessions = path.join(path.dirname(fileURLToPath(import.meta.url)), 'sessions');

function applied(text, change) {
  if (!change.range) return change.text;
  const lines = text.split(/(?<=\n)/);
  const offset = ({ line, character }) => {
    const before = lines.slice(0, line).join('').length;
    return line >= lines.length ? text.length : before + Math.min(character, lines[line].replace(/\r?\n$/, '').length);
  };
  return text.slice(0, offset(change.range.start)) + change.text + text.slice(offset(change.range.end));
}

export async function replay() {
  for (const name of fs.readdirSync(sessions).sort()) {
    const [first, ...steps] = fs.readFileSync(path.join(sessions, name), 'utf8').trim().split('\n').map(line => JSON.parse(line));
    const uri = 'untitled:session.mad';
    const typed = Client.spawned(), fresh = Client.spawned();
    await Promise.all([typed.start(), fresh.start()]);
    await typed.open(uri, first.text);
    let text = first.text, version = 1, compared = 0, equal = 0;
    const compare = async () => {
      await fresh.open(uri, text);
      const [mine, other] = await Promise.all([typed.diagnostics(uri), fresh.diagnostics(uri)]);
      await fresh.close(uri);
      compared++;
      if (JSON.stringify(mine) === JSON.stringify(other)) equal++;
    };
    for (const changes of steps) {
      await typed.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: changes });
      text = changes.reduce(applied, text);
      if (version % 20 === 0) await compare();
    }
    await compare();
    check(`${name}: ${steps.length} changes, ${compared} times like a fresh server`, equal === compared, { equal, compared });
    const last = await typed.next(p => p.version === version);
    check(`${name}: the last diagnostics are of the last version`, last.version === version && !typed.versionsWentBack, last);
    await Promise.all([typed.stop(), fresh.stop()]);
  }
}

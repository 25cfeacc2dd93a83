// Folders and files as they come: several roots, renamed folders, unsaved and deleted files, and what is no text at all.
import fs from 'fs';
import os from 'os';
import path from 'path';
import { pathToFileURL } from 'url';
import { Client, check } from './client.mjs';

const uriOf = file => pathToFileURL(file).toString();
const root = name => ({ uri: uriOf(name), name: path.basename(name) });
const codes = diagnostics => diagnostics.map(d => d.code).join(' ');

function folder(files) {
  const made = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'mad '));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(made, name)), { recursive: true });
    fs.writeFileSync(path.join(made, name), text);
  }
  return made;
}

export async function foldersAndFiles() {
  const main = 'import "lib/widths.mad" { W }\nlet T = W\n';
  const one = folder({ 'lib/widths.mad': 'let W = 1\n', 'main.mad': main });
  const two = folder({ 'lib/widths.mad': 'let V = 2\n', 'main.mad': main });
  const client = Client.spawned();
  await client.start([root(one), root(two)]);
  const [mainOne, mainTwo] = [one, two].map(f => uriOf(path.join(f, 'main.mad')));
  await client.open(mainOne, main);
  await client.open(mainTwo, main);
  check('each root sees its own files', codes(await client.diagnostics(mainOne)) === '' && codes(await client.diagnostics(mainTwo)) === 'MAD2004', await client.diagnostics(mainTwo));
  const symbols = async () => (await client.connection.sendRequest('workspace/symbol', { query: '' })).map(s => s.name).sort().join(' ');
  check('symbols of all roots', await symbols() === 'T T V W', await symbols());
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [root(two)] } });
  await client.close(mainTwo);
  check('a root that was removed is forgotten', await symbols() === 'T W', await symbols());

  const library = uriOf(path.join(one, 'lib/widths.mad'));
  await client.open(library, 'let W2 = 1\n');
  check('unsaved text counts', codes(await client.diagnostics(mainOne)) === 'MAD2004', await client.diagnostics(mainOne));
  await client.close(library);
  check('closed without saving, the file of the disk counts', codes(await client.diagnostics(mainOne)) === '', await client.diagnostics(mainOne));

  const renamed = { files: [{ oldUri: uriOf(path.join(one, 'lib')), newUri: uriOf(path.join(one, 'sizes')) }] };
  const edit = await client.connection.sendRequest('workspace/willRenameFiles', renamed);
  const edits = edit?.changes?.[mainOne] ?? [];
  check('a renamed folder: imports follow', edits.length === 1 && edits[0].newText.includes('sizes/widths.mad'), edit);
  fs.renameSync(path.join(one, 'lib'), path.join(one, 'sizes'));
  await client.change(mainOne, 2, edits[0].newText, edits[0].range);
  const files = ['lib/widths.mad', 'sizes/widths.mad'].map(f => uriOf(path.join(one, f)));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: files[0], type: 3 }, { uri: files[1], type: 1 }] });
  check('after it nothing is wrong', codes(await client.diagnostics(mainOne)) === '', await client.diagnostics(mainOne));
  fs.rmSync(path.join(one, 'sizes'), { recursive: true });
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: files[1], type: 3 }] });
  check('a deleted file is missed', codes(await client.diagnostics(mainOne)) === 'MAD2003', await client.diagnostics(mainOne));
  await client.stop();
  [one, two].forEach(f => fs.rmSync(f, { recursive: true }));
}

export async function junk() {
  const bytes = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) & 255));
  const made = folder({ 'binary.mad': bytes, 'wide.mad': Buffer.from('\ufefflet W = 1\n', 'utf16le'), 'empty.mad': '' });
  const client = Client.spawned();
  await client.start([root(made)]);
  const uri = uriOf(path.join(made, 'main.mad'));
  for (const name of ['binary.mad', 'wide.mad', 'empty.mad']) {
    await client.open(uri, `import "${name}" { W }\nlet T = W\n`);
    check(`${name} can be imported in vain`, (await client.diagnostics(uri)).length > 0);
    await client.close(uri);
  }
  const half = '\ud83d';
  for (const [what, text] of Object.entries({ 'binary junk': bytes.toString('latin1'), 'half an emoji': `let a = "${half}"\nlet ${half} = 1`, 'a very long line': `let a = [${'1, '.repeat(200000)}1]`, 'deep brackets': '('.repeat(100000), 'thousands of wrong names': Array.from({ length: 10000 }, (_, i) => `let a${i} = b${i}\n`).join('') })) {
    await client.open(uri, text);
    const said = await client.diagnostics(uri);
    const hover = await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 5 } }).then(() => true, () => false);
    check(`${what} is survived`, Array.isArray(said) && hover, said);
    await client.close(uri);
  }
  await client.open(uri, 'let t = "\u{1F600}"\n');
  await client.change(uri, 2, '', { start: { line: 0, character: 9 }, end: { line: 0, character: 10 } });
  await client.change(uri, 3, half, { start: { line: 0, character: 9 }, end: { line: 0, character: 9 } });
  check('halves of an emoji become whole again', codes(await client.diagnostics(uri)) === '', await client.diagnostics(uri));
  await client.stop();
  fs.rmSync(made, { recursive: true });
}

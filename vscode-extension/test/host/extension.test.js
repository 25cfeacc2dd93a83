const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');

const root = vscode.workspace.workspaceFolders[0].uri;
const kitchen = vscode.Uri.joinPath(root, 'kitchen.mad');
const manifest = JSON.parse(fs.readFileSync(path.join(__dirname, '../../package.json'), 'utf8'));
let mad;

/** Waits until a question is answered with something true, or something at all. */
async function until(question) {
  for (;;) {
    const answer = await question();
    if (Array.isArray(answer) ? answer.length > 0 : answer) return answer;
    await new Promise(done => setTimeout(done, 20));
  }
}

const place = (document, text, shift = 0) => document.positionAt(document.getText().indexOf(text) + shift);

suiteSetup(async () => {
  mad = await vscode.extensions.getExtension('madlang.mad').activate();
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(kitchen));
});

suite('commands', () => {
  test('package.json names what is there', async () => {
    const declared = manifest.contributes.commands.map(c => c.command).sort();
    assert.deepEqual(Object.keys(mad.commands.all).sort(), declared);
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const command of declared) assert.ok(registered.has(command), command);
  });

  test('every command that the server offers is handled', () => {
    const java = fs.readFileSync(path.join(__dirname, '../../../lsp-server/src/main/java/mad/lsp/protocol/Commands.java'), 'utf8');
    const offered = [...java.matchAll(/"(mad\.\w+)"/g)].map(m => m[1]);
    assert.ok(offered.length >= 5);
    for (const command of offered) assert.ok(command in mad.commands.all, command);
  });

  test('explain shows the page of a code', async () => {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('mad:/error/MAD2001.md'));
    assert.match(page.getText(), /^# MAD2001/);
  });

  test('show program opens a text that cannot be edited', async () => {
    await vscode.commands.executeCommand('mad.showProgram', kitchen.toString(), 'Kitchen');
    const editor = await until(() => vscode.window.visibleTextEditors.find(e => e.document.uri.scheme === 'mad'));
    assert.match(editor.document.getText(), /maximize/i);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('a new space is checked without errors', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('mad.newSpace');
    const { document } = vscode.window.activeTextEditor;
    assert.equal(document.languageId, 'mad');
    const symbols = await until(async () => (await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri))?.length && document);
    assert.ok(symbols);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri).filter(d => d.severity === vscode.DiagnosticSeverity.Error), []);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(kitchen));
  });
});

suite('language', () => {
  test('a mistake is found, and its fix mends it', async () => {
    const document = await vscode.workspace.openTextDocument(kitchen);
    const editor = await vscode.window.showTextDocument(document);
    const at = place(document, 'KitchenBudget\n');
    await editor.edit(edit => edit.replace(new vscode.Range(at, at.translate(0, 13)), 'KitchenBudgt'));
    const [finding] = await until(() => vscode.languages.getDiagnostics(kitchen).filter(d => d.range.start.isEqual(at)));
    assert.equal(finding.code.value, 'MAD2001');
    const actions = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', kitchen, finding.range);
    const fix = actions.find(a => a.isPreferred);
    await vscode.workspace.applyEdit(fix.edit);
    await until(() => vscode.languages.getDiagnostics(kitchen).every(d => d.severity !== vscode.DiagnosticSeverity.Error));
    assert.equal(document.getText(new vscode.Range(at, at.translate(0, 13))), 'KitchenBudget');
  });

  test('hover, completion, rename', async () => {
    const document = await vscode.workspace.openTextDocument(kitchen);
    const [hover] = await vscode.commands.executeCommand('vscode.executeHoverProvider', kitchen, place(document, 'Bottleneck('));
    assert.match(hover.contents[0].value, /ResNet/);
    const completion = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', kitchen, place(document, 'require  eff'));
    assert.ok(completion.items.some(i => i.label === 'maximize'));
    const edit = await vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', kitchen, place(document, 'KitchenBudget', 3), 'Small');
    assert.equal(edit.entries()[0][1].length, 3);
  });

  test('enter goes on with a documentation comment', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'mad', content: '/// One.' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 8, 0, 8);
    await vscode.commands.executeCommand('type', { text: '\n' });
    assert.equal(document.getText(), '/// One.\n/// ');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('snippets are correct text once filled in', () => {
    const snippets = JSON.parse(fs.readFileSync(path.join(__dirname, '../../snippets/mad.json'), 'utf8'));
    const filled = name => [snippets[name].body].flat().join('\n').replace(/\$\{\d+:([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g, '$1').replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\d/g, '');
    const inSpace = ['Require of every stage'];
    const items = Object.keys(snippets).filter(name => !inSpace.includes(name) && name !== 'Table');
    const text = `import mad.counting.torchvision { macs }
import mad.deepmad { entropy }
space Net {
  input image(channels: 3, size: 32)
  stage s1: Unit(out: 8..64 step 8, mid: 8) x 1..2
  ${inSpace.map(filled).join('\n')}
}
budget Phone { macs <= 300 M }
design Best(limit: real = 1 M) of Net { within Phone maximize s1.out + limit / 1 G }
${items.map(filled).join('\n')}`;
    const file = path.join(root.fsPath, 'snippets.mad');
    fs.writeFileSync(file, text);
    const { command, args } = mad.server.launch.mad('check', '--format', 'short', file);
    const checked = spawnSync(command, args, { encoding: 'utf8' });
    fs.rmSync(file);
    assert.equal(checked.stdout, '', text);
    assert.equal(checked.status, 0);
  });
});

suite('solving', () => {
  test('the standing of a design is known, and shown', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(kitchen));
    await vscode.commands.executeCommand('mad.solve');
    const [standing] = await until(() => mad.standings.of(kitchen.toString()).filter(s => s.status !== 'searching'));
    assert.equal(standing.design, 'Kitchen');
    assert.ok(['optimal', 'feasible'].includes(standing.status), standing.status);
  });
});

suite('tasks', () => {
  test('mad check is a task, whose findings the problem matcher reads', async () => {
    const broken = path.join(root.fsPath, 'broken.mad');
    fs.writeFileSync(broken, 'let a = b\n');
    const [task, solving] = await vscode.tasks.fetchTasks({ type: 'mad' });
    assert.ok(solving.execution.args.includes('--solve'));
    assert.deepEqual(task.problemMatchers, ['$mad']);
    const { process: command, args, options } = task.execution;
    const checked = spawnSync(command, args, { cwd: options.cwd, encoding: 'utf8' });
    fs.rmSync(broken);
    assert.equal(checked.status, 1);
    const { regexp, ...groups } = manifest.contributes.problemMatchers[0].pattern;
    const found = checked.stdout.split('\n').flatMap(line => line.match(new RegExp(regexp)) ?? []);
    assert.deepEqual([found[groups.line], found[groups.column], found[groups.severity], found[groups.code]], ['1', '9', 'error', 'MAD2001']);
    assert.equal(path.resolve(root.fsPath, found[groups.file]), broken);
  });
});

suite('server', () => {
  test('it can be started anew', async () => {
    await vscode.commands.executeCommand('mad.restartServer');
    assert.equal(mad.server.condition.is, 'running');
    assert.match((await vscode.workspace.openTextDocument(vscode.Uri.parse('mad:/library/mad.blocks.mad'))).getText(), /block Bottleneck/);
  });

  test('a class archive is made once, and used', async function () {
    this.timeout(200_000); // the rehearsal gives way to everything else
    await mad.server.launch.archiveClasses();
    const option = mad.server.launch.server().args.find(a => /^-XX:(AOTCache|SharedArchiveFile)=/.test(a));
    assert.ok(fs.statSync(option.split('=')[1]).size > 1e6);
  });
});

suite('edits of the preview', () => {
  test('a drag is one step to undo', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'mad', content: 'let limit = 100\n' });
    await vscode.window.showTextDocument(document);
    const drag = mad.previews.newDrag();
    for (const [value, done] of [['101', false], ['110', false], ['125', true]]) {
      await drag.write(document, [{ range: new vscode.Range(0, 12, 0, 15), newText: value }], done);
    }
    assert.equal(document.getText(), 'let limit = 125\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'let limit = 100\n');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

// Every request once.
import { Client, check, lsp, sleep } from './client.mjs';
import { Judge } from './protocol.mjs';

const text = `import mad.blocks { Bottleneck }
import mad.counting.torchvision { macs }

/// A space.
space Net {
  input image(channels: 3, size: 32)
  stage s1: Bottleneck(out: 8..64 step 8, mid: 8) x 1..3
  head { globalpool linear(10) }
}
budget Small { macs <= 30 M }
design D of Net { within Small maximize s1.out report macs }
`;

export async function everyRequest() {
  const client = Client.spawned();
  await client.start();
  const uri = 'untitled:one.mad';
  await client.open(uri, text);
  check('empty diagnostics on a clean open', (await client.next(p => p.uri === uri)).diagnostics.length === 0);
  const textDocument = { uri };
  const at = { textDocument, position: { line: 10, character: 12 } };
  const block = { textDocument, position: { line: 6, character: 14 } };
  const budget = { textDocument, position: { line: 9, character: 9 } };
  const range = { start: { line: 0, character: 0 }, end: { line: 10, character: 0 } };
  const list = (is = e => lsp.Range.is(e.range)) => a => Array.isArray(a) && a.length > 0 && a.every(is);
  const isItem = i => typeof i.label === 'string' && lsp.CompletionItemKind.Text <= i.kind && i.kind <= 25 && (!i.textEdit || lsp.TextEdit.is(i.textEdit));
  const isSignature = s => typeof s.label === 'string' && s.parameters.every(p => s.label.includes(p.label));
  const isFound = s => typeof s.name === 'string' && s.kind >= 1 && s.kind <= 26 && lsp.Location.is(s.location);
  const ask = async (method, params, ok) => {
    let answer;
    try {
      answer = await client.connection.sendRequest(method, params);
    } catch (error) {
      answer = String(error);
    }
    check(method, ok(answer), answer);
    return answer;
  };
  await ask('textDocument/hover', at, a => lsp.Hover.is(a) && /Net/.test(a.contents.value));
  await ask('textDocument/completion', at, list(isItem));
  const item = (await client.connection.sendRequest('textDocument/completion', { textDocument, position: { line: 6, character: 16 } })).find(i => i.data);
  await ask('completionItem/resolve', item, a => isItem(a) && a.documentation !== undefined);
  await ask('textDocument/signatureHelp', { textDocument, position: { line: 6, character: 24 } }, a => a.signatures.every(isSignature));
  await ask('textDocument/definition', at, list(lsp.LocationLink.is));
  await ask('textDocument/typeDefinition', at, list(lsp.LocationLink.is));
  await ask('textDocument/references', { ...at, context: { includeDeclaration: true } }, list(lsp.Location.is));
  await ask('textDocument/documentHighlight', at, list(lsp.DocumentHighlight.is));
  const isSymbol = s => lsp.DocumentSymbol.is(s) && (s.children ?? []).every(isSymbol);
  await ask('textDocument/documentSymbol', { textDocument }, list(isSymbol));
  await ask('workspace/symbol', { query: 'Net' }, list(isFound));
  await ask('textDocument/codeAction', { textDocument, range: { start: { line: 9, character: 23 }, end: { line: 9, character: 23 } }, context: { diagnostics: [] } }, list(lsp.CodeAction.is));
  await ask('textDocument/codeLens', { textDocument }, list(lsp.CodeLens.is));
  await ask('textDocument/documentLink', { textDocument }, list(lsp.DocumentLink.is));
  await ask('textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } }, Array.isArray);
  await ask('textDocument/rangeFormatting', { textDocument, range, options: { tabSize: 2, insertSpaces: true } }, Array.isArray);
  await ask('textDocument/onTypeFormatting', { ...at, ch: '}', options: { tabSize: 2, insertSpaces: true } }, Array.isArray);
  await ask('textDocument/prepareRename', budget, lsp.Range.is);
  await ask('textDocument/rename', { ...budget, newName: 'Tiny' }, a => lsp.WorkspaceEdit.is(a) && a.changes[uri].length === 2);
  await ask('textDocument/foldingRange', { textDocument }, list(lsp.FoldingRange.is));
  await ask('textDocument/selectionRange', { textDocument, positions: [at.position] }, list(lsp.SelectionRange.is));
  await ask('textDocument/linkedEditingRange', at, a => a === null);
  const tokens = await ask('textDocument/semanticTokens/full', { textDocument }, lsp.SemanticTokens.is);
  await ask('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: tokens.resultId }, a => Array.isArray(a.edits) && a.edits.length === 0);
  await ask('textDocument/semanticTokens/range', { textDocument, range }, lsp.SemanticTokens.is);
  await ask('textDocument/diagnostic', { textDocument }, a => a.kind === 'full');
  await ask('workspace/diagnostic', { previousResultIds: [] }, a => Array.isArray(a.items));
  const [call] = await ask('textDocument/prepareCallHierarchy', at, a => a.length === 1);
  await ask('callHierarchy/incomingCalls', { item: call }, a => a.length === 1 && a[0].from.name === 'D');
  await ask('callHierarchy/outgoingCalls', { item: call }, a => a.some(c => c.to.name === 'Bottleneck'));
  const [type] = await ask('textDocument/prepareTypeHierarchy', at, a => a.length === 1);
  await ask('typeHierarchy/supertypes', { item: type }, Array.isArray);
  await ask('typeHierarchy/subtypes', { item: type }, a => a.length === 1);
  await ask('workspace/textDocumentContent', { uri: 'mad:/library/mad.blocks.mad' }, a => a.text.includes('block'));
  await ask('workspace/willRenameFiles', { files: [{ oldUri: 'file:///a.mad', newUri: 'file:///b.mad' }] }, lsp.WorkspaceEdit.is);
  await ask('workspace/executeCommand', { command: 'mad.solve', arguments: [uri, 'D'] }, a => a === null);
  for (let i = 0; i < 200 && !client.own.some(o => o.method === 'mad/solved'); i++) await sleep(50);
  check('mad/solved', client.own.some(o => o.method === 'mad/solved' && o.current && o.answer.design === 'D'), client.own.at(-1));
  check('work-done progress begins and ends', ['begin', 'end'].every(k => client.progress.some(p => p.value.kind === k)));
  await ask('textDocument/inlayHint', { textDocument, range }, list(lsp.InlayHint.is));
  await ask('mad/answer', { uri, design: 'D' }, a => a.current && a.answer.stages.length > 0);

  await client.change(uri, 2, '\u{1F600}x', { start: { line: 3, character: 4 }, end: { line: 3, character: 4 } });
  await client.change(uri, 3, 'oops', { start: { line: 10, character: 24 }, end: { line: 10, character: 29 } });
  const broken = await client.next(p => p.version === 3);
  check('errors stand where they are', broken.diagnostics[0]?.range.start.line === 10, broken.diagnostics);
  check('versions never go back', !client.versionsWentBack);

  const big = text.split('\n').slice(2).join('\n');
  await client.open('untitled:big.mad', Array.from({ length: 120 }, (_, i) => big.replaceAll('Net', 'N' + i).replaceAll('Small', 'S' + i).replaceAll(' D ', ` D${i} `)).join('\n'));
  const source = new lsp.CancellationTokenSource();
  const busy = client.connection.sendRequest('textDocument/semanticTokens/full', { textDocument: { uri: 'untitled:big.mad' } });
  const cancelled = client.connection.sendRequest('textDocument/references', { textDocument: { uri: 'untitled:big.mad' }, position: { line: 3, character: 8 }, context: { includeDeclaration: true } }, source.token);
  source.cancel();
  const outcome = await cancelled.then(() => 'answered', e => e.code);
  check('a cancelled request is answered as cancelled', outcome === -32800, outcome);
  await busy;
  await client.stop();
  check('exit code 0 after shutdown and exit', await client.exited === 0);
}

/** The judge must be able to condemn. */
export async function theJudgeIsStrict() {
  const position = { line: 0, character: 0 };
  const range = { start: position, end: { line: 0, character: -1 } };
  const wrong = {
    'a negative column': { jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params: { uri: 'untitled:a', diagnostics: [{ range, message: '' }] } },
    'a property that does not exist': { jsonrpc: '2.0', method: 'window/logMessage', params: { type: 1, message: '', colour: 'red' } },
    'a method that does not exist': { jsonrpc: '2.0', method: 'window/sing', params: {} },
    'a second answer': { jsonrpc: '2.0', id: 7, result: null },
  };
  for (const [what, message] of Object.entries(wrong)) {
    const judge = new Judge();
    judge.take('server', message);
    check(`the judge sees ${what}`, judge.complaints.length === 1);
  }
}

import { execFile } from 'node:child_process';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { isMad } from './client';
import type { Previews } from './preview';
import type { Server } from './server';

/** What the palette, the menus, the code lenses and the walkthrough ask for. Each works without arguments, on what is looked at. */
export class Commands {
  constructor(private readonly server: Server, private readonly previews: Previews) {}

  /** Name to what it does; `package.json` names the same ones, and a test compares them. */
  readonly all: Record<string, (...args: any[]) => unknown> = {
    'mad.preview': (uri?: unknown) => this.preview(uri, vscode.ViewColumn.Active),
    'mad.previewToSide': (uri?: unknown) => this.preview(uri, vscode.ViewColumn.Beside),
    'mad.openPreview': (uri?: unknown) => this.withFile(uri, file => this.server.execute('mad.openPreview', file)),
    'mad.solve': (uri?: unknown, design?: string) => this.withFile(uri, file => this.server.tell('mad/solve', design ? { uri: file, design } : { uri: file })),
    'mad.stop': () => this.server.execute('mad.stop'),
    'mad.runChecks': (uri?: unknown) => this.withFile(uri, file => this.server.execute('mad.runChecks', file)),
    'mad.showProgram': (uri?: unknown, design?: string) => this.withFile(uri, file => this.showProgram(file, design)),
    'mad.export': (uri?: unknown) => this.withFile(uri, file => this.exportReport(vscode.Uri.parse(file))),
    'mad.newDesign': () => this.newDesign(),
    'mad.newSpace': () => this.newSpace(),
    'mad.explain': (code?: unknown) => this.explain(typeof code === 'string' ? code : undefined),
    'mad.restartServer': () => this.server.restart(),
    'mad.showLog': () => this.server.log.show(),
  };

  register(): vscode.Disposable {
    return vscode.Disposable.from(...Object.entries(this.all).map(([name, run]) => vscode.commands.registerCommand(name, run)));
  }

  private preview(uri: unknown, column: vscode.ViewColumn): Promise<void> | undefined {
    return this.withFile(uri, file => this.previews.open(vscode.Uri.parse(file), column));
  }

  /** The address of the file that is meant: the one given, that of the preview, or that of the editor. */
  private withFile<T>(given: unknown, run: (file: string) => T): T | undefined {
    const document = vscode.window.activeTextEditor?.document;
    const visible = vscode.window.visibleTextEditors.map(editor => editor.document).find(isMad);
    const uri =
      given instanceof vscode.Uri ? given.toString()
      : typeof given === 'string' ? given
      : this.previews.active ?? (isMad(document) ? document : visible)?.uri.toString();
    if (uri === undefined) {
      void vscode.window.showInformationMessage('Open a .mad file first.');
      return undefined;
    }
    return run(uri);
  }

  private async showProgram(file: string, given?: string): Promise<void> {
    const design = given ?? (await this.pickDesign(file));
    if (design !== undefined) await this.server.execute('mad.showProgram', file, design);
  }

  private async pickDesign(file: string): Promise<string | undefined> {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', vscode.Uri.parse(file));
    const designs = (symbols ?? []).filter(symbol => symbol.kind === vscode.SymbolKind.Struct).map(symbol => symbol.name);
    if (designs.length === 0) void vscode.window.showInformationMessage('There is no design in this file.');
    return designs.length > 1 ? vscode.window.showQuickPick(designs, { placeHolder: 'Of which design?' }) : designs[0];
  }

  /** Shows the page of a code: the one given, one of the finding under the cursor, or one that is asked for. */
  private async explain(given?: string): Promise<void> {
    const code = given ?? codeAtCursor() ?? (await pickCode());
    if (code !== undefined) await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.parse(`mad:/error/${code}.md`));
  }

  private async newDesign(): Promise<void> {
    const templates = [
      { label: '$(layers) Residual', detail: 'Bottlenecks for pictures, as in ResNet', from: 'residual' },
      { label: '$(device-mobile) Mobile', detail: 'Inverted residuals, with the limit as a parameter', from: 'mobile' },
      { label: '$(chip) Micro', detail: 'A network for a microcontroller: flash and memory', from: 'micro' },
    ];
    const template = await vscode.window.showQuickPick(templates, { title: 'New Design', placeHolder: 'What kind of network?' });
    if (!template) return;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const asked = await vscode.window.showSaveDialog({
      title: 'New Design',
      saveLabel: 'Create',
      filters: { MAD: ['mad'] },
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${template.from}.mad`) }),
    });
    if (!asked) return;
    // The dialogue has asked already whether what is there may go.
    await vscode.workspace.fs.delete(asked).then(undefined, () => undefined);
    if (!(await this.mad(path.dirname(asked.fsPath), 'new', asked.fsPath, '--from', template.from, '--quiet'))) return;
    await vscode.window.showTextDocument(asked);
    await this.previews.open(asked, vscode.ViewColumn.Beside);
  }

  private async newSpace(): Promise<void> {
    const open = vscode.window.activeTextEditor;
    const editor = open && isMad(open.document) ? open : await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'mad' }));
    const document = editor.document;
    const imports = document.getText() === '' ? 'import mad.blocks { ConvBnRelu, Bottleneck }\n\n' : '';
    const end = document.lineAt(document.lineCount - 1).range.end;
    const gap = end.character > 0 ? '\n\n' : '';
    await editor.insertSnippet(new vscode.SnippetString(gap + imports + SPACE), end);
  }

  private async exportReport(file: vscode.Uri): Promise<void> {
    const formats: Record<string, string[]> = { 'Report (HTML)': ['html'], 'Drawing (SVG)': ['svg'], 'Picture (PNG)': ['png'], 'Text (Markdown)': ['md'] };
    const target = await vscode.window.showSaveDialog({
      title: 'Export',
      saveLabel: 'Export',
      filters: formats,
      defaultUri: file.with({ path: file.path.replace(/\.mad$/, '.html') }),
    });
    if (!target) return;
    await vscode.workspace.openTextDocument(file).then(document => document.save());
    const done = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: `MAD: ${path.basename(target.fsPath)}` }, () =>
      this.mad(path.dirname(file.fsPath), 'report', file.fsPath, '-o', target.fsPath, '--quiet'),
    );
    if (!done) return;
    const open = await vscode.window.showInformationMessage(`${path.basename(target.fsPath)} is written.`, 'Open');
    if (open) await vscode.env.openExternal(target);
  }

  /** Runs the compiler; says what went wrong, and whether all went well. Exit code 4 is an answer without proof. */
  private mad(cwd: string, ...args: string[]): Promise<boolean> {
    const launch = this.server.launch;
    if (!launch) return Promise.resolve(false);
    const run = launch.mad(...args);
    return new Promise(done => {
      execFile(run.command, run.args, { cwd, env: run.env, maxBuffer: 1 << 24 }, (error, _, stderr) => {
        const good = !error || error.code === 4;
        if (!good) {
          this.server.log.error(stderr);
          void vscode.window.showErrorMessage(stderr.trim().split('\n')[0] || String(error));
        }
        done(good);
      });
    });
  }
}

function codeAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const here = findings(editor.document.uri).filter(finding => finding.range.intersection(editor.selection));
  return here[0] && codeOf(here[0]);
}

async function pickCode(): Promise<string | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const known = isMad(document) ? findings(document.uri) : [];
  const items = known.flatMap(finding => {
    const code = codeOf(finding);
    return code ? [{ label: code, description: finding.message }] : [];
  });
  if (items.length > 0) return (await vscode.window.showQuickPick(items, { placeHolder: 'Which finding?' }))?.label;
  return vscode.window.showInputBox({
    title: 'Explain Error',
    prompt: 'The code of an error, such as MAD2001',
    validateInput: text => (/^MAD\d{4}$/.test(text) ? undefined : 'MAD and four digits'),
  });
}

function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(diagnostic => codeOf(diagnostic) !== undefined);
}

function codeOf(diagnostic: vscode.Diagnostic): string | undefined {
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return /^MAD\d{4}$/.test(String(code)) ? String(code) : undefined;
}

const SPACE = `/// \${1:What may vary}.
space \${2:Net} {
  input image(channels: 3, size: \${3:224})
  stem  ConvBnRelu(out: 8..64 step 8, stride: 2)
  stage s1: Bottleneck(out: 16..256 step 8, mid: 8..64 step 8, kernel: {3, 5}, stride: 2) x 1..4
  stage s2: Bottleneck(out: 32..512 step 8, mid: 8..128 step 8, kernel: {3, 5}, stride: 2) x 1..8
  head  { globalpool flatten linear(\${4:1000}) }
  require nondecreasing(stages.out)
}
$0`;

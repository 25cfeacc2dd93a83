import * as vscode from 'vscode';
import { Drag } from './drag';
import { Panel } from './panel';
import type { Server } from './server';

const TYPE = 'mad.preview';

/** The previews of this window, one for each file; they come back after a reload. */
export class Previews implements vscode.Disposable, vscode.WebviewPanelSerializer<{ uri?: string }> {
  private readonly panels = new Map<string, Panel>();
  private readonly looking = new vscode.EventEmitter<void>();
  private readonly registrations: vscode.Disposable;
  readonly onActive = this.looking.event;

  constructor(private readonly context: vscode.ExtensionContext, private readonly server: Server) {
    this.registrations = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(TYPE, this),
      server.onPreview(news => this.panels.get(news.uri)?.said(news)),
      server.onCondition(condition => this.panels.forEach(panel => panel.serverIs(condition))),
      vscode.window.onDidChangeTextEditorSelection(change => this.panels.get(change.textEditor.document.uri.toString())?.cursor(change.selections[0]!.active)),
      vscode.workspace.onDidDeleteFiles(gone => gone.files.forEach(file => this.panels.get(file.toString())?.lost('The file was deleted.'))),
    );
  }

  /** The file of the preview that is looked at. */
  get active(): string | undefined {
    return [...this.panels].find(([, panel]) => panel.active)?.[0];
  }

  /** Everything that a preview was last told and asked, for tests. */
  get(uri: string): Panel | undefined {
    return this.panels.get(uri);
  }

  /** For tests: what a drag in a preview does to a text. */
  newDrag(): Drag {
    return new Drag();
  }

  async open(file: vscode.Uri, column: vscode.ViewColumn): Promise<void> {
    const known = this.panels.get(file.toString());
    if (known) return known.reveal();
    const beside = column === vscode.ViewColumn.Beside;
    const panel = vscode.window.createWebviewPanel(TYPE, '', { viewColumn: column, preserveFocus: beside }, this.options());
    this.adopt(file, panel);
  }

  /** After the window was reloaded. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: { uri?: string } | undefined): Promise<void> {
    if (!state?.uri) return panel.dispose();
    panel.webview.options = this.options();
    this.adopt(vscode.Uri.parse(state.uri), panel);
  }

  private adopt(file: vscode.Uri, shown: vscode.WebviewPanel): void {
    const uri = file.toString();
    this.panels.get(uri)?.dispose();
    const panel = new Panel(file, shown, this.context.extensionUri, this.server);
    this.panels.set(uri, panel);
    shown.onDidChangeViewState(() => this.looking.fire());
    shown.onDidDispose(() => {
      if (this.panels.get(uri) === panel) this.panels.delete(uri);
      this.looking.fire();
    });
  }

  private options(): vscode.WebviewPanelOptions & vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(this.context.extensionUri, 'preview', 'dist')] };
  }

  dispose(): void {
    this.registrations.dispose();
    this.panels.forEach(panel => panel.dispose());
  }
}

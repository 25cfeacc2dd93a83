import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Source, ToHost, ToPreview } from '../preview/src/model';
import { Drag } from './drag';
import { page } from './page';
import type { Condition, Server } from './server';

type Of<T extends ToHost['type']> = Extract<ToHost, { type: T }>;

/** Milliseconds; longer than between two keys. */
const CURSOR_REST = 150;

/** One preview: passes on what the server and the drawing say to each other, and does what only an editor can. */
export class Panel implements vscode.Disposable {
  private lastView: ToPreview | undefined;
  private readonly drag = new Drag();
  private dragged: Of<'change'> | undefined;
  private writing: Promise<void> | undefined;
  private cursorTimer: NodeJS.Timeout | undefined;
  private located: { design?: string; stage?: string } | undefined;
  private readonly uri: string;

  constructor(private readonly file: vscode.Uri, private readonly panel: vscode.WebviewPanel, extension: vscode.Uri, private readonly server: Server) {
    this.uri = file.toString();
    panel.title = `Preview ${path.basename(file.path)}`;
    panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'file.svg');
    panel.webview.onDidReceiveMessage((said: ToHost) => this.asked(said).catch(error => server.log.error(String(error))));
    panel.onDidDispose(() => {
      clearTimeout(this.cursorTimer);
      void server.tell('mad/preview', { uri: this.uri, open: false });
    });
    panel.webview.html = page(panel.webview, extension, this.uri);
  }

  get active(): boolean {
    return this.panel.active;
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  /** What the server has to say to the drawing. */
  said(news: ToPreview): void {
    if (news.type === 'view') this.lastView = news;
    void this.panel.webview.postMessage(news);
  }

  serverIs(condition: Condition): void {
    if (condition.is === 'running') void this.subscribe();
    if (condition.is === 'failed') this.lost(condition.reason);
    if (condition.is === 'restricted') this.lost('This workspace is not trusted.');
  }

  lost(reason: string): void {
    void this.panel.webview.postMessage({ type: 'lost', reason } satisfies ToPreview);
  }

  /** The cursor has moved: so that a held key does not flood the server, it is told of the last place only. */
  cursor(at: vscode.Position): void {
    if (!vscode.workspace.getConfiguration('mad').get('preview.followCursor', true)) return;
    clearTimeout(this.cursorTimer);
    this.cursorTimer = setTimeout(() => void this.locate(at), CURSOR_REST);
  }

  private async locate(at: vscode.Position): Promise<void> {
    const place = await this.server.ask<{ design?: string; stage?: string } | null>('mad/locate', { uri: this.uri, position: at });
    const same = place?.design === this.located?.design && place?.stage === this.located?.stage;
    this.located = place ?? undefined;
    if (!same) await this.panel.webview.postMessage({ type: 'cursor', ...place } satisfies ToPreview);
  }

  private subscribe(): Promise<void> {
    return this.server.tell('mad/preview', { uri: this.uri, open: true });
  }

  private async asked(said: ToHost): Promise<void> {
    switch (said.type) {
      case 'ready':
        this.located = undefined;
        // The text has to be open for the server to know it as the editor does.
        await vscode.workspace.openTextDocument(this.file).then(undefined, () => this.lost('The file cannot be read.'));
        if (this.lastView) await this.panel.webview.postMessage(this.lastView);
        return this.subscribe();
      case 'reveal':
        return this.show(said.source);
      case 'solve':
        return this.server.tell('mad/solve', said.design === undefined ? { uri: this.uri } : { uri: this.uri, design: said.design });
      case 'stop':
        return this.server.tell('mad/stop', { uri: this.uri });
      case 'change':
        this.dragged = said;
        this.writing ??= this.follow().finally(() => (this.writing = undefined));
        return this.writing;
      case 'apply':
        return this.apply(said);
      case 'explain':
        return this.server.tell('mad/prices', { uri: this.uri, design: said.design });
      case 'plot':
        return this.server.tell('mad/plot', { uri: this.uri, name: said.name });
      case 'save':
        return this.save(said);
      case 'copy':
        return vscode.env.clipboard.writeText(said.text);
    }
  }

  /** The text follows the hand: always with the newest value, never two edits at once. */
  private async follow(): Promise<void> {
    for (let change = this.dragged; change; change = this.dragged) {
      this.dragged = undefined;
      const edit = await this.edits('mad/change', { uri: this.uri, design: change.design, control: change.control, value: change.value });
      for (const [uri, edits] of edit) {
        await this.drag.write(await vscode.workspace.openTextDocument(uri), edits, change.done);
      }
    }
  }

  private async apply(said: Of<'apply'>): Promise<void> {
    const change = new vscode.WorkspaceEdit();
    for (const [uri, edits] of await this.edits('mad/apply', { uri: this.uri, design: said.design, fix: said.fix })) {
      edits.forEach(edit => change.replace(uri, edit.range, edit.newText));
    }
    await vscode.workspace.applyEdit(change);
  }

  private async edits(method: string, params: object): Promise<[vscode.Uri, { range: vscode.Range; newText: string }[]][]> {
    const given = await this.server.ask<{ changes?: Record<string, { range: Source['range']; newText: string }[]> } | null>(method, params);
    return Object.entries(given?.changes ?? {}).map(([uri, edits]) => [
      vscode.Uri.parse(uri),
      edits.map(edit => ({ range: this.server.range(edit.range), newText: edit.newText })),
    ]);
  }

  /** Shows the place in the editor that has the file, else beside the preview. */
  private async show(source: Source): Promise<void> {
    const uri = vscode.Uri.parse(source.uri);
    const visible = vscode.window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
    const tab = vscode.window.tabGroups.all.find(group =>
      group.tabs.some(t => t.input instanceof vscode.TabInputText && t.input.uri.toString() === uri.toString()),
    );
    const others = vscode.window.tabGroups.all.find(group => group.viewColumn !== this.panel.viewColumn);
    const viewColumn = visible?.viewColumn ?? tab?.viewColumn ?? others?.viewColumn ?? vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(uri, { viewColumn, selection: this.server.range(source.range) });
  }

  private async save(said: Of<'save'>): Promise<void> {
    const extension = path.extname(said.name).slice(1);
    const target = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(this.file, '..', said.name),
      filters: extension ? { [extension.toUpperCase()]: [extension] } : {},
    });
    if (!target) return;
    await vscode.workspace.fs.writeFile(target, Buffer.from(said.text, said.mime === 'image/png' ? 'base64' : 'utf8'));
  }

  dispose(): void {
    this.panel.dispose();
  }
}

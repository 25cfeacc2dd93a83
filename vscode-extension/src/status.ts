import * as vscode from 'vscode';
import { isMad } from './client';
import type { ProgressParams, SolvedParams } from './protocol';
import type { Server } from './server';

/** What is known of a design: where its solver stands, or what came of it. */
export interface Standing {
  design: string;
  status: string;
  gap?: number | undefined;
  seconds?: number;
  reason?: string;
}

/** How things stand with the designs of each file, as the server last said. */
export class Standings {
  private readonly files = new Map<string, Map<string, Standing>>();
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onChange = this.changes.event;

  progress(said: ProgressParams): void {
    this.put(said.uri, { design: said.design, status: 'searching', gap: said.gap, seconds: said.seconds });
  }

  solved(said: SolvedParams): void {
    const before = this.files.get(said.uri)?.get(said.design);
    const status = said.current ? (said.answer?.status ?? 'stopped') : 'stale';
    const standing: Standing = { design: said.design, status, gap: said.answer?.gap ?? undefined };
    if (said.reason !== undefined) standing.reason = said.reason;
    if (before?.seconds !== undefined) standing.seconds = before.seconds;
    this.put(said.uri, standing);
  }

  private put(uri: string, standing: Standing): void {
    const file = this.files.get(uri) ?? new Map<string, Standing>();
    file.set(standing.design, standing);
    this.files.set(uri, file);
    this.changes.fire();
  }

  forget(uri: string): void {
    if (this.files.delete(uri)) this.changes.fire();
  }

  clear(): void {
    this.files.clear();
    this.changes.fire();
  }

  of(uri: string): Standing[] {
    return [...(this.files.get(uri)?.values() ?? [])];
  }

  get searching(): boolean {
    return [...this.files.values()].some(file => [...file.values()].some(standing => standing.status === 'searching'));
  }
}

/** From what deserves attention most to what deserves it least. */
const ORDER = ['searching', 'refused', 'infeasible', 'violated', 'nothing-found', 'stopped', 'stale', 'feasible', 'evaluated', 'optimal'];

const ICONS: Record<string, string> = {
  searching: 'sync~spin',
  refused: 'error',
  infeasible: 'error',
  violated: 'error',
  'nothing-found': 'question',
  stopped: 'debug-stop',
  stale: 'history',
  feasible: 'pass',
  evaluated: 'pass',
  optimal: 'verified-filled',
};

const WORDS: Record<string, string> = { refused: 'errors in the text', violated: 'limits broken', 'nothing-found': 'nothing found', stale: 'out of date' };

/** A gap as people read it: two digits. */
export function percent(gap: number): string {
  return gap <= 1e-6 ? '0 %' : `${Number((100 * gap).toPrecision(2))} %`;
}

/** One standing in a few words. */
export function words(standing: Standing): string {
  const status = WORDS[standing.status] ?? standing.status;
  const open = standing.status === 'searching' || standing.status === 'feasible' || standing.status === 'stopped';
  return open && standing.gap !== undefined ? `${status}, gap ${percent(standing.gap)}` : status;
}

/** All designs of a file in one line. */
export function summary(standings: Standing[]): string {
  const worst = [...standings].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))[0];
  if (!worst) return '$(circuit-board) MAD';
  const icon = `$(${ICONS[worst.status] ?? 'circuit-board'})`;
  const same = standings.filter(s => s.status === worst.status).length;
  return same === standings.length && same > 1 ? `${icon} ${same} designs: ${WORDS[worst.status] ?? worst.status}` : `${icon} ${worst.design}: ${words(worst)}`;
}

/** The status bar's word on the designs of the file that is looked at. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('mad.design', vscode.StatusBarAlignment.Right, 100);
  private readonly listening: vscode.Disposable;

  /** @param preview the file of the preview that is looked at, if one is */
  constructor(private readonly server: Server, private readonly standings: Standings, private readonly preview: () => string | undefined) {
    this.item.name = 'MAD Design';
    this.listening = vscode.Disposable.from(
      server.onCondition(() => this.show()),
      standings.onChange(() => this.show()),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
    );
    this.show();
  }

  show(): void {
    void vscode.commands.executeCommand('setContext', 'mad.solving', this.standings.searching);
    const document = vscode.window.activeTextEditor?.document;
    const uri = this.preview() ?? (isMad(document) ? document.uri.toString() : undefined);
    if (uri === undefined) return this.item.hide();
    const condition = this.server.condition;
    const wrong = condition.is === 'failed';
    this.item.backgroundColor = wrong ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    switch (condition.is) {
      case 'restricted':
        this.say('$(workspace-untrusted) MAD: restricted', 'Trust this workspace to check and solve designs.', 'workbench.trust.manage');
        break;
      case 'starting':
        this.say('$(loading~spin) MAD', 'The language server is starting.', 'mad.showLog');
        break;
      case 'failed':
        this.say('$(error) MAD', `${condition.reason} Click to start it again.`, 'mad.restartServer');
        break;
      case 'off':
        this.say('$(circle-slash) MAD', 'The language server is off. Click to start it.', 'mad.restartServer');
        break;
      case 'running': {
        const known = this.standings.of(uri);
        const lines = known.map(s => `- **${s.design}**: ${words(s)}${s.reason ? ` (${s.reason})` : ''}`);
        const text = lines.length > 0 ? `${lines.join('\n')}\n\nClick for the preview.` : 'No design has been solved yet. Click for the preview.';
        this.say(summary(known), new vscode.MarkdownString(text), 'mad.previewToSide');
      }
    }
  }

  private say(text: string, tooltip: string | vscode.MarkdownString, command: string): void {
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.command = command;
    this.item.accessibilityInformation = { label: text.replace(/\$\([^)]*\)\s*/, ''), role: 'button' };
    this.item.show();
  }

  dispose(): void {
    this.listening.dispose();
    this.item.dispose();
  }
}

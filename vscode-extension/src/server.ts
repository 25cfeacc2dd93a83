import * as path from 'node:path';
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient/node';
import { Client, LANGUAGE } from './client';
import { findJava, NoJava } from './java';
import { Launch } from './launch';
import type { ProgressParams, SolvedParams, ToPreview } from './protocol';

export type Condition = { is: 'off' | 'restricted' | 'starting' | 'running' } | { is: 'failed'; reason: string };

/** What the server says to a preview of a file. */
export type PreviewNews = ToPreview & { uri: string };

/** When the classes are archived: after what a user waits for at the start. */
const ARCHIVE_AFTER = 10_000;

/** The language server of this window: one process for all folders. */
export class Server implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel('MAD', { log: true });
  private readonly conditions = new vscode.EventEmitter<Condition>();
  private readonly solvedNews = new vscode.EventEmitter<SolvedParams>();
  private readonly progressNews = new vscode.EventEmitter<ProgressParams>();
  private readonly previewNews = new vscode.EventEmitter<PreviewNews>();
  readonly onCondition = this.conditions.event;
  readonly onSolved = this.solvedNews.event;
  readonly onProgress = this.progressNews.event;
  readonly onPreview = this.previewNews.event;

  condition: Condition = { is: 'off' };
  launch: Launch | undefined;
  private client: Client | undefined;
  private changing: Promise<void> = Promise.resolve();

  constructor(private readonly context: vscode.ExtensionContext) {}

  /** Starts the server, or starts it anew. Calls wait for one another. */
  restart(): Promise<void> {
    this.changing = this.changing.then(() => this.stop()).then(() => this.start());
    return this.changing;
  }

  private async start(): Promise<void> {
    if (!vscode.workspace.isTrusted) return this.become({ is: 'restricted' });
    this.become({ is: 'starting' });
    try {
      const settings = vscode.workspace.getConfiguration('mad');
      const image = this.context.asAbsolutePath('runtime');
      const java = await findJava(settings.get('java.home', ''), image);
      const jar = this.context.asAbsolutePath(path.join('server', 'mad.jar'));
      this.launch = new Launch(java, java.home === image ? undefined : jar, settings.get<string[]>('java.options', []), this.context.globalStorageUri.fsPath);
      const { command, args, env } = this.launch.server();
      this.log.info(`Java ${java.release} in ${java.home}`);
      this.log.debug([command, ...args].join(' '));
      const client = new Client(
        'mad',
        'MAD',
        { command, args, options: { env } },
        {
          documentSelector: LANGUAGE,
          outputChannel: this.log,
          initializationOptions: { ...settings },
          synchronize: { configurationSection: 'mad' },
          diagnosticCollectionName: 'mad',
        },
      );
      this.client = client;
      client.onNotification('mad/solved', (said: SolvedParams) => this.solvedNews.fire(said));
      client.onNotification('mad/solveProgress', (said: ProgressParams) => this.progressNews.fire(said));
      client.onNotification('mad/view', (said: PreviewNews) => this.previewNews.fire(said));
      client.onDidChangeState(change => {
        if (this.client !== client) return;
        if (change.newState === State.Running) this.become({ is: 'running' });
        if (change.newState === State.Stopped) this.become({ is: 'failed', reason: 'the language server ended' });
      });
      await client.start();
      const archiving = setTimeout(() => void this.launch?.archiveClasses(), ARCHIVE_AFTER);
      this.context.subscriptions.push({ dispose: () => clearTimeout(archiving) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.error(reason);
      this.become({ is: 'failed', reason });
      void (error instanceof NoJava ? this.askForJava(reason) : this.askToRestart(reason));
    }
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.become({ is: 'off' });
    if (client?.needsStop()) await client.stop().catch(error => this.log.warn(String(error)));
    await client?.dispose().catch(() => undefined);
  }

  private become(condition: Condition): void {
    this.condition = condition;
    this.conditions.fire(condition);
  }

  private async askForJava(reason: string): Promise<void> {
    const get = `Get Java ${25}`;
    const choice = await vscode.window.showErrorMessage(reason, 'Set mad.java.home', get, 'Try Again');
    if (choice === 'Set mad.java.home') await vscode.commands.executeCommand('workbench.action.openSettings', 'mad.java.home');
    if (choice === get) await vscode.env.openExternal(vscode.Uri.parse('https://adoptium.net/temurin/releases/?version=25'));
    if (choice === 'Try Again') await this.restart();
  }

  private async askToRestart(reason: string): Promise<void> {
    const choice = await vscode.window.showErrorMessage(`The MAD language server did not start: ${reason}`, 'Try Again', 'Show Log');
    if (choice === 'Try Again') await this.restart();
    if (choice === 'Show Log') this.log.show();
  }

  /** Asks the server; undefined where there is none. */
  async ask<T>(method: string, params: object): Promise<T | undefined> {
    await this.changing;
    return this.client?.isRunning() ? this.client.sendRequest<T>(method, params) : undefined;
  }

  async tell(method: string, params: object): Promise<void> {
    await this.changing;
    if (this.client?.isRunning()) await this.client.sendNotification(method, params);
  }

  execute(command: string, ...given: unknown[]): Promise<unknown> {
    return this.ask('workspace/executeCommand', { command, arguments: given });
  }

  /** Between the addresses of the editor and of the protocol. */
  range(range: { start: { line: number; character: number }; end: { line: number; character: number } }): vscode.Range {
    return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  }

  dispose(): Promise<void> {
    this.changing = this.changing.then(() => this.stop());
    return this.changing;
  }
}

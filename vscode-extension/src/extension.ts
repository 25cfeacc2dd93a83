import * as vscode from 'vscode';
import { Commands } from './commands';
import { Previews } from './preview';
import { Server } from './server';
import { Standings, StatusBar } from './status';
import { Tasks } from './tasks';

/** What tests may look at. */
export interface Exports {
  server: Server;
  standings: Standings;
  previews: Previews;
  commands: Commands;
}

export async function activate(context: vscode.ExtensionContext): Promise<Exports> {
  const server = new Server(context);
  const standings = new Standings();
  const previews = new Previews(context, server);
  const status = new StatusBar(server, standings, () => previews.active);
  const commands = new Commands(server, previews);
  context.subscriptions.push(
    server,
    status,
    previews,
    commands.register(),
    previews.onActive(() => status.show()),
    server.onProgress(said => standings.progress(said)),
    server.onSolved(said => standings.solved(said)),
    server.onCondition(condition => condition.is === 'running' || standings.clear()),
    vscode.workspace.onDidCloseTextDocument(document => standings.forget(document.uri.toString())),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('mad.java')) void server.restart();
    }),
    vscode.tasks.registerTaskProvider('mad', new Tasks(server)),
  );
  await server.restart();
  return { server, standings, previews, commands };
}

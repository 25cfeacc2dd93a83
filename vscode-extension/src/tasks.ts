import * as vscode from 'vscode';
import type { Server } from './server';

interface Definition extends vscode.TaskDefinition {
  paths: string[];
  solve?: boolean;
}

/** `mad check` as a task of each folder, whose findings the problem matcher reads. */
export class Tasks implements vscode.TaskProvider {
  constructor(private readonly server: Server) {}

  provideTasks(): vscode.Task[] {
    return (vscode.workspace.workspaceFolders ?? []).flatMap(folder =>
      [{ type: 'mad', paths: ['.'] }, { type: 'mad', paths: ['.'], solve: true }].flatMap(definition => this.task(definition, folder) ?? []),
    );
  }

  resolveTask(task: vscode.Task): vscode.Task | undefined {
    const folder = typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
    return folder && this.task(task.definition as Definition, folder);
  }

  private task(definition: Definition, folder: vscode.WorkspaceFolder): vscode.Task | undefined {
    const launch = this.server.launch;
    if (!launch) return undefined;
    const solve = definition.solve ? ['--solve'] : [];
    const { command, args } = launch.mad('check', '--format', 'short', ...solve, ...definition.paths);
    const name = `check${definition.solve ? ' and solve' : ''} ${definition.paths.join(' ')}`;
    const task = new vscode.Task(definition, folder, name, 'mad', new vscode.ProcessExecution(command, args, { cwd: folder.uri.fsPath }), '$mad');
    task.group = vscode.TaskGroup.Test;
    task.detail = definition.solve ? 'Checks all designs, solving those with decisions, as in CI' : 'Checks all designs without solving';
    return task;
  }
}

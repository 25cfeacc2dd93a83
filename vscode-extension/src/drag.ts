import * as vscode from 'vscode';

/** A number of the text that follows a drag: however many edits it takes, one undo takes them all back. */
export class Drag {
  private begun = false;

  /**
   * @param done whether the drag is over
   * @returns whether the text was changed
   */
  async write(document: vscode.TextDocument, edits: { range: vscode.Range; newText: string }[], done: boolean): Promise<boolean> {
    const editor = vscode.window.visibleTextEditors.find(e => e.document === document);
    if (editor) {
      const first = !this.begun;
      this.begun = !done;
      return editor.edit(change => edits.forEach(e => change.replace(e.range, e.newText)), { undoStopBefore: first, undoStopAfter: done });
    }
    // A text that nobody sees can only be changed as a step of its own: once, at the end.
    if (!done) return false;
    const change = new vscode.WorkspaceEdit();
    edits.forEach(e => change.replace(document.uri, e.range, e.newText));
    return vscode.workspace.applyEdit(change);
  }
}

import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** The page that hosts the preview: nothing but its own script and style may load, and nothing may go out. */
export function page(webview: vscode.Webview, extension: vscode.Uri, uri: string): string {
  const nonce = randomBytes(16).toString('base64url');
  const dist = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'preview', 'dist', name)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src data: blob:`, // the drawing on its way to PNG
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${dist('preview.css')}">
<script nonce="${nonce}">${remember(uri)}</script>
</head>
<body>
<div id="app"></div>
<script nonce="${nonce}" src="${dist('preview.js')}"></script>
</body>
</html>`;
}

/** So that the panel knows its file when the window is reloaded, whatever else the preview keeps. */
function remember(uri: string): string {
  const file = JSON.stringify(uri).replace(/</g, '\\u003c');
  return `{
  const api = acquireVsCodeApi();
  const remembering = Object.freeze({ ...api, setState: state => api.setState({ ...state, uri: ${file} }) });
  remembering.setState(api.getState());
  window.acquireVsCodeApi = () => remembering;
}`;
}

import * as vscode from 'vscode';
import { DynamicFeature, ExecuteCommandRequest, LanguageClient, StaticFeature } from 'vscode-languageclient/node';

/** The language client, whose commands are those of the extension: they are there before the server is, and ask for what they were not given. */
export class Client extends LanguageClient {
  override registerFeature(feature: StaticFeature | DynamicFeature<any>): void {
    const method = 'registrationType' in feature ? feature.registrationType.method : undefined;
    if (method !== ExecuteCommandRequest.method) super.registerFeature(feature);
  }
}

/** Where MAD is spoken: on disk, in files not yet saved, and in the standard library that the server gives. */
export const LANGUAGE = ['file', 'untitled', 'mad'].map(scheme => ({ language: 'mad', scheme }));

export function isMad(document: vscode.TextDocument | undefined): document is vscode.TextDocument {
  return document !== undefined && vscode.languages.match(LANGUAGE, document) > 0;
}

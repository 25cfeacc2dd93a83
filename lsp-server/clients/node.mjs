// Drives the language server from Node.
// node node.mjs SERVER COMMAND...
import { outcome } from './client.mjs';
import { foldersAndFiles, junk } from './folders.mjs';
import { diesWithItsClient, twoClientsInARow } from './manners.mjs';
import { replay } from './replay.mjs';
import { everyRequest, theJudgeIsStrict } from './requests.mjs';

for (const part of [theJudgeIsStrict, everyRequest, diesWithItsClient, twoClientsInARow, foldersAndFiles, junk, replay]) await part();
console.log(outcome.failures === 0 ? 'the Node client is content' : `${outcome.failures} failures`);
process.exit(outcome.failures === 0 ? 0 : 1);

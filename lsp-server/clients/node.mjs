// Drives the language server from Node.
// node node.mjs SERVER COMMAND...
import { outcome } from './client.mjs';
import { foldersAndFiles, junk } from './folders.mjs';
import { diesWithItsClient, twoClientsInARow } from './manners.mjs';
import { replay } from './replay.mjs';
import { everyRequest, theJudgeIsStrict } from './requests.mjs';

// A server that never says what is waited for leaves nothing to do, and Node would end in silence.
let now;
process.on('exit', code => { if (code === 13) console.error(`FAIL ${now} waits in vain`); });
for (const part of [theJudgeIsStrict, everyRequest, diesWithItsClient, twoClientsInARow, foldersAndFiles, junk, replay]) {
  now = part.name;
  await part();
}
console.log(outcome.failures === 0 ? 'the Node client is content' : `${outcome.failures} failures`);
process.exit(outcome.failures === 0 ? 0 : 1);

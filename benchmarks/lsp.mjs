// Measures the language server as an editor sees it, over its pipes, and prints one Markdown table. Needs Node and nothing else.
//   node benchmarks/lsp.mjs [--runs 3] [--edits 20000] [--random 20000] [--every 9] [--only memory,randomEdits] [SERVER COMMAND...]      default: ./mad lsp
// With several runs, times are measured in each, and the table has the median of the runs and their range; what does not depend on time is measured once.
import fs from 'fs';
import { memory, randomEdits } from './lsp/endurance.mjs';
import { only, RUNS } from './lsp/options.mjs';
import { folder } from './lsp/project.mjs';
import { blastRadius, completion, firstErrors, oneMistake, parties } from './lsp/quality.mjs';
import { leaving, starting, typing, whileSolving } from './lsp/speed.mjs';
import { noteLoad, print } from './lsp/table.mjs';

const measure = async parts => { for (const part of parts) if (!only || only.includes(part.name)) await part(); };
for (let run = 0; run < RUNS; run++) {
  noteLoad();
  await measure([starting, typing, whileSolving, leaving]);
}
noteLoad();
await measure([memory, randomEdits, blastRadius, firstErrors, oneMistake, parties, completion]);
print();
fs.rmSync(folder, { recursive: true });
process.exit(0);

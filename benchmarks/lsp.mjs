// Measures the language server as an editor sees it, over its pipes, and prints one Markdown table. Needs Node and nothing else.
//   node benchmarks/lsp.mjs [--edits 20000] [--random 20000] [--every 9] [--only memory,randomEdits] [SERVER COMMAND...]      default: ./mad lsp
import fs from 'fs';
import os from 'os';
import { memory, randomEdits } from './lsp/endurance.mjs';
import { only } from './lsp/options.mjs';
import { folder } from './lsp/project.mjs';
import { blastRadius, completion, firstErrors, parties } from './lsp/quality.mjs';
import { starting, typing, whileSolving } from './lsp/speed.mjs';

const load = () => console.log(`load ${os.loadavg().map(l => l.toFixed(1)).join(' ')}, ${os.cpus().length} cores`);
load();
console.log('| bar | what | bound | measured |\n|---|---|---|---|');
for (const part of [starting, typing, whileSolving, memory, randomEdits, blastRadius, firstErrors, parties, completion]) if (!only || only.includes(part.name)) await part();
load();
fs.rmSync(folder, { recursive: true });
process.exit(0);

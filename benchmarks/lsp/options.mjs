// The command line.
const args = process.argv.slice(2);
const option = (name, otherwise) => { const i = args.indexOf(name); return i < 0 ? otherwise : args.splice(i, 2)[1]; };
export const RUNS = Number(option('--runs', 1));
export const EDITS = Number(option('--edits', 20000));
export const RANDOM = Number(option('--random', 20000));
export const EVERY = Number(option('--every', 9));
export const only = option('--only', undefined)?.split(',');
export const command = args.length ? args : ['./mad', 'lsp'];

export const sleep = ms => new Promise(done => setTimeout(done, ms));
export const now = () => performance.now();

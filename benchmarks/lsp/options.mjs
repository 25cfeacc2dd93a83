// The command line, and the table that is printed.
const args = process.argv.slice(2);
const option = (name, otherwise) => { const i = args.indexOf(name); return i < 0 ? otherwise : args.splice(i, 2)[1]; };
export const EDITS = Number(option('--edits', 20000));
export const RANDOM = Number(option('--random', 20000));
export const EVERY = Number(option('--every', 9));
export const only = option('--only', undefined)?.split(',');
export const command = args.length ? args : ['./mad', 'lsp'];

export const sleep = ms => new Promise(done => setTimeout(done, ms));
export const now = () => performance.now();
export const percentile = (values, p) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))];
export const ms = value => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const percent = (part, all) => `${(100 * part / all).toFixed(1)} %`;
export const row = (bar, what, bound, measured) => console.log(`| ${bar} | ${what} | ${bound} | ${measured} |`);

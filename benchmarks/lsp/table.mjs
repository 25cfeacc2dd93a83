// The table that is printed: a row is measured in one run or in several, and then each of its figures is the median of theirs.
import os from 'os';

const rows = new Map();
const loads = [];

const digits = value => value.toFixed(value < 10 ? 1 : 0);
const sorted = values => [...values].sort((a, b) => a - b);
export const percentile = (values, p) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * p))];
export const percent = (part, all) => `${(100 * part / all).toFixed(1)} %`;

/** What is told of a list of times: `median`, `p95`, `p99` or `worst`. */
const FIGURES = { median: 0.5, p95: 0.95, p99: 0.99, worst: 1 };
export const times = (values, ...names) => names.map(name => figure(name, percentile(values, FIGURES[name]), 'ms'));
export const figure = (name, value, unit, show = digits) => ({ name, value, unit, show });

/** @param measured figures, or words that are the same in every run */
export function row(bar, what, bound, measured) {
  const known = rows.get(what) ?? { bar, what, bound, runs: [] };
  known.runs.push(measured);
  rows.set(what, known);
}

export const noteLoad = () => loads.push(os.loadavg()[0]);

export function print() {
  console.log(`${os.cpus().length} cores, load ${loads.map(l => l.toFixed(1)).join(', ')}\n`);
  console.log('| bar | what | bound | measured |\n|---|---|---|---|');
  for (const { bar, what, bound, runs } of [...rows.values()].sort((a, b) => a.bar - b.bar)) console.log(`| ${bar} | ${what} | ${bound} | ${summary(runs)} |`);
}

function summary(runs) {
  if (!Array.isArray(runs[0])) return [...new Set(runs)].join(' / ');
  return runs[0].map(({ name, unit, show }, i) => {
    const values = sorted(runs.map(run => run[i].value));
    const range = values.length > 1 ? ` (${show(values[0])}–${show(values.at(-1))})` : '';
    return `${name && name + ' '}${show(percentile(values, 0.5))}${range} ${unit}`;
  }).join(', ');
}

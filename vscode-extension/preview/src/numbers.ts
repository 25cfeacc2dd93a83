/** Numbers as a designer says them: the rules of the command's own tables. */

const LARGE = ["", "k", "M", "G", "T", "P", "E"];
const BINARY = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
const SMALL = ["", "m", "µ", "n", "p"];
const MINUS = "\u2212";
const NARROW_SPACE = "\u202f";

/** `1.819 G`, `928`, `4.1 ms`, `320.0 KiB`: with a prefix and this many digits that mean something. */
export function amount(value: number, unit = "", digits = 4): string {
  if (!isFinite(value)) return isNaN(value) ? "unknown" : value > 0 ? "∞" : MINUS + "∞";
  if (value < 0) return MINUS + amount(-value, unit, digits);
  if (isBytes(unit)) return scaled(value, 1024, BINARY, "B", Math.max(digits, 4));
  const divisible = unit === "s" || unit === "J";
  if (value === 0 || (value < 1 && !divisible)) return join(plain(value, digits), unit);
  if (value < 1) {
    const power = Math.min(SMALL.length - 1, Math.ceil(-Math.log10(Number(value.toPrecision(digits))) / 3 - 1e-12));
    return join((value * Math.pow(1000, power)).toPrecision(digits), SMALL[power] + unit);
  }
  return scaled(value, 1000, LARGE, unit, digits);
}

/** What somebody wrote rather than what was measured: no zeros at the end. */
export function written(value: number, unit = ""): string {
  return amount(value, unit, 6).replace(/(\.\d*?)0+(?=\s|$)/, "$1").replace(/\.(?=\s|$)/, "");
}

/** A metric's value: a count gets a prefix where it is large, a score keeps its digits. */
export function metric(value: number, unit = ""): string {
  const score = unit === "" && value !== Math.round(value) && Math.abs(value) < 1e7;
  return score ? score7(value) : amount(value, unit, 4);
}

/** `64 553.46`: a score, with seven digits at most. */
export function score7(value: number): string {
  if (value < 0) return MINUS + score7(-value);
  return grouped(plain(value, 7));
}

/** A score with as many decimals as seven digits leave to a larger one beside it. */
export function scoreLike(value: number, larger: number): string {
  const whole = String(Math.floor(Math.abs(larger))).length;
  return (value < 0 ? MINUS : "") + grouped(Math.abs(value).toFixed(Math.max(0, 7 - whole)));
}

/** An entry of a column: three digits of a count; a score with decimals that suit the column's total. */
export function cell(value: number, unit: string, total: number): string {
  if (unit !== "" || (value === Math.round(value) && total === Math.round(total))) return amount(value, unit, value === total ? 4 : 3);
  const whole = String(Math.floor(Math.abs(total))).length;
  return value.toFixed(Math.max(0, 5 - whole));
}

/** A difference with its sign. */
export function signed(value: number, write: (size: number) => string): string {
  return value === 0 ? "±0" : (value > 0 ? "+" : MINUS) + write(Math.abs(value));
}

/** `61.2 %`; a share that is not all never reads 100. */
export function percent(share: number, decimals = 1): string {
  if (!isFinite(share)) return "unknown";
  const step = Math.pow(10, -decimals);
  let shown = share * 100;
  if (share < 1 && Number(shown.toFixed(decimals)) >= 100) shown = 100 - step;
  return shown.toFixed(decimals) + " %";
}

/** `0.0001 %`: the size of a gap, never as a power of ten. */
export function gap(value: number | undefined): string {
  if (value === undefined || !isFinite(value)) return "unknown";
  // What is left of two sums of the same numbers.
  if (value < 1e-9) return "0 %";
  return decimal(Number((value * 100).toPrecision(value < 1e-4 ? 1 : 3))) + " %";
}

/** `0.08 s`, `3.2 s`, `2 min 5 s`. */
export function duration(seconds: number): string {
  if (seconds < 60) return seconds.toFixed(seconds < 1 ? 2 : 1) + " s";
  const whole = Math.round(seconds);
  return whole < 3600
    ? `${Math.floor(whole / 60)} min ${whole % 60} s`
    : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

function isBytes(unit: string): boolean {
  return unit === "B" || unit === "bytes";
}

function scaled(value: number, base: number, prefixes: string[], unit: string, digits: number): string {
  let power = 0;
  let left = value;
  while (Number(left.toPrecision(digits)) >= base && power < prefixes.length - 1) {
    left /= base;
    power++;
  }
  const number = power === 0 && value === Math.round(value) ? String(value) : fixed(left, digits);
  return join(number, prefixes[power] + unit);
}

function fixed(value: number, digits: number): string {
  const whole = String(Math.floor(Number(value.toPrecision(digits)))).length;
  return value.toFixed(Math.max(0, digits - whole));
}

function plain(value: number, digits: number): string {
  if (value === Math.round(value) && Math.abs(value) < 1e15) return String(value);
  return decimal(Number(value.toPrecision(digits)));
}

/** Without an exponent where a person would write none. */
function decimal(value: number): string {
  const text = String(value);
  const exponent = /^(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  return exponent ? "0." + "0".repeat(Number(exponent[3]) - 1) + exponent[1] + (exponent[2] ?? "") : text;
}

function grouped(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const groups = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE) : whole;
  return fraction === undefined ? groups : groups + "." + fraction;
}

function join(number: string, unit: string): string {
  return unit === "" ? number : number + " " + unit;
}

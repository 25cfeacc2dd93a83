import type { Design } from "../model";
import { duration, score7 } from "../numbers";
import type { Paint } from "./paint";
import { linear, logarithmic } from "./scale";
import { px, textWidth } from "./text";

/** The best network found and the bound that no network can pass, closing in on each other over time. */
export interface ProofProps {
  design: Design;
  width: number;
  paint: Paint;
  height?: number;
}

const SIZE = 11;

export function ProofDrawing({ design, width, paint, height = 170 }: ProofProps) {
  const points = [...design.proof.points].sort((a, b) => a.seconds - b.seconds);
  const seen = points.filter((point) => point.incumbent !== undefined || point.bound !== undefined);
  if (seen.length === 0) return null;
  const end = Math.max(design.proof.seconds, seen[seen.length - 1]!.seconds, 0.02);
  const first = seen.find((point) => point.seconds > 0)?.seconds ?? end;
  const start = Math.min(Math.max(0.001, first), end / 10);
  const incumbents = steps(seen, (point) => point.incumbent, design.objective, end);
  const bounds = steps(seen, (point) => point.bound, design.bound, end);
  const [least, most] = window(incumbents, bounds);
  const left = Math.max(textWidth(score7(least), SIZE), textWidth(score7(most), SIZE)) + 8;
  const right = width - 6;
  const bottom = height - 22;
  const x = logarithmic(start, end, left, right);
  const y = linear(least, most, bottom, 10, 3);
  const line = (values: [number, number][]) =>
    values.map(([seconds, value], index) => `${index === 0 ? "M" : `H${px(x(seconds))}V`}${index === 0 ? `${px(x(seconds))} ` : ""}${px(Math.min(bottom, Math.max(10, y(value))))}`).join("");
  const band = incumbents.length > 0 && bounds.length > 0 ? area(incumbents, bounds, x, (value) => Math.min(bottom, Math.max(10, y(value)))) : "";
  const upward = (design.bound ?? 0) >= (design.objective ?? 0);
  const label = `Best network found: ${design.objective === undefined ? "none" : score7(design.objective)}. No network can ${upward ? "exceed" : "be below"} ${design.bound === undefined ? "an unknown value" : score7(design.bound)}. After ${duration(end)}.`;
  return (
    <svg class="proof" xmlns="http://www.w3.org/2000/svg" width={Math.ceil(width)} height={height} viewBox={`0 0 ${Math.ceil(width)} ${height}`} role="img" aria-label={label} font-family={paint.font} font-size={SIZE}>
      {y.ticks.map((tick) => (
        <g>
          <line x1={px(left)} x2={px(right)} y1={px(y(tick))} y2={px(y(tick))} stroke={paint.line} />
          <text x={px(left - 6)} y={px(y(tick) + 4)} text-anchor="end" fill={paint.muted}>{score7(tick)}</text>
        </g>
      ))}
      {spaced(x.ticks, (tick) => x(tick), 44, left + 14, right - 56).map((tick) => (
        <text x={px(x(tick))} y={height - 6} text-anchor="middle" fill={paint.muted}>{seconds(tick)}</text>
      ))}
      <text x={px(right)} y={height - 6} text-anchor="end" fill={paint.muted}>{seconds(end)}</text>
      {band && <path d={band} fill={paint.accent} fill-opacity="0.13" />}
      {bounds.length > 0 && <path d={line(bounds)} fill="none" stroke={paint.warn} stroke-width="2" stroke-dasharray="5 3" />}
      {incumbents.length > 0 && <path d={line(incumbents)} fill="none" stroke={paint.accent} stroke-width="2.25" />}
      {incumbents.length > 0 && <circle cx={px(right)} cy={px(Math.min(bottom, Math.max(10, y(incumbents[incumbents.length - 1]![1]))))} r="3.5" fill={paint.accent} />}
    </svg>
  );
}

type Point = Design["proof"]["points"][number];

/** The values as steps up to the end of the search. */
function steps(points: Point[], value: (point: Point) => number | undefined, last: number | undefined, end: number): [number, number][] {
  const known: [number, number][] = [];
  for (const point of points) {
    const at = value(point);
    if (at !== undefined && isFinite(at)) known.push([point.seconds, at]);
  }
  const final = last ?? known[known.length - 1]?.[1];
  if (final !== undefined && isFinite(final)) known.push([end, final]);
  return known;
}

/** The values worth showing: where both lines spent the later half of their steps. The first guesses may lie far off. */
function window(incumbents: [number, number][], bounds: [number, number][]): [number, number] {
  const last = [...incumbents.slice(-1), ...bounds.slice(-1)].map((point) => point[1]);
  const later = [...incumbents.slice(Math.floor(incumbents.length / 3)), ...bounds.slice(Math.floor(bounds.length / 3))].map((point) => point[1]);
  const least = Math.min(...later, ...last);
  const most = Math.max(...later, ...last);
  // A gap that no screen can show is none.
  const met = most - least <= 1e-6 * Math.abs(most);
  const margin = met ? Math.abs(most) * 0.01 || 1 : (most - least) * 0.12;
  return [least - margin, most + margin];
}

function area(lower: [number, number][], upper: [number, number][], x: (value: number) => number, y: (value: number) => number): string {
  const from = Math.max(lower[0]![0], upper[0]![0]);
  const trace = (line: [number, number][]) => {
    const inside = line.filter((point) => point[0] > from);
    const before = line.filter((point) => point[0] <= from).pop()!;
    return [[from, before[1]] as [number, number], ...inside];
  };
  const there = trace(lower).map(([at, value], index) => (index === 0 ? `M${px(x(at))} ${px(y(value))}` : `H${px(x(at))}V${px(y(value))}`));
  const line = trace(upper);
  const back: string[] = [`L${px(x(line[line.length - 1]![0]))} ${px(y(line[line.length - 1]![1]))}`];
  for (let index = line.length - 1; index > 0; index--) back.push(`V${px(y(line[index - 1]![1]))}H${px(x(index > 0 ? line[index - 1]![0] : from))}`);
  // A step holds its value until the next one: going back, first down at the later end, then along.
  return there.join("") + back.join("") + "Z";
}

/** Ticks that keep a distance from each other. */
export function spaced(ticks: number[], at: (tick: number) => number, distance: number, least: number, most: number): number[] {
  let previous = -Infinity;
  return ticks.filter((tick) => {
    const here = at(tick);
    if (here < least || here > most || here - previous < distance) return false;
    previous = here;
    return true;
  });
}

function seconds(value: number): string {
  return value < 1 ? `${Number((value * 1000).toPrecision(2))} ms` : value < 60 ? `${Number(value.toPrecision(2))} s` : duration(value);
}

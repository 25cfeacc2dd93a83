import type { Axis, Plot } from "../model";
import { amount, metric, score7, written } from "../numbers";
import { title } from "../words";
import type { Paint } from "./paint";
import { linear, logarithmic, type Scale } from "./scale";
import { spaced } from "./proof";
import { px, textWidth } from "./text";

/** The designs of a sweep or a frontier as points. */
export interface PlotProps {
  plot: Plot;
  width: number;
  paint: Paint;
  height?: number;
  selected?: number;
  onPick?: (index: number) => void;
  /** Whether it paints its own ground, as a file of its own. */
  backed?: boolean;
}

const SIZE = 11.5;

export function PlotDrawing({ plot, width, paint, selected, onPick, backed, height = Math.round(Math.min(420, Math.max(230, width * 0.45))) }: PlotProps) {
  const order = plot.points.map((point, index) => ({ ...point, index })).sort((a, b) => a.x - b.x);
  if (order.length === 0) return null;
  const values = order.flatMap((point) => (point.bound === undefined ? [point.y] : [point.y, point.bound]));
  const least = Math.min(...values);
  const most = Math.max(...values);
  const pad = (most - least) * 0.08 || 1;
  const bottom = height - 44;
  const y = linear(least - pad, most + pad, bottom, 26, 5);
  const left = Math.max(...y.ticks.map((tick) => textWidth(written(tick, plot.y.unit), SIZE))) + 14;
  const right = width - 18;
  const x = horizontal(order[0]!.x, order[order.length - 1]!.x, left + 14, right - 8);
  const ticks = spaced(x.ticks, (tick) => x(tick), 58, left, right);
  return (
    <svg class="plot" xmlns="http://www.w3.org/2000/svg" width={Math.ceil(width)} height={height} viewBox={`0 0 ${Math.ceil(width)} ${height}`} role="group" aria-label={`${plot.name}: ${plot.y.label} against ${plot.x.label}, ${order.length} points`} font-family={paint.font} font-size={SIZE}>
      {backed && <rect width={Math.ceil(width)} height={height} fill={paint.surface} />}
      {y.ticks.map((tick) => (
        <g>
          <line x1={px(left)} x2={px(right)} y1={px(y(tick))} y2={px(y(tick))} stroke={paint.line} />
          <text x={px(left - 8)} y={px(y(tick) + 4)} text-anchor="end" fill={paint.muted}>{written(tick, plot.y.unit)}</text>
        </g>
      ))}
      <line x1={px(left)} x2={px(right)} y1={bottom} y2={bottom} stroke={paint.muted} />
      {ticks.map((tick) => (
        <g>
          <line x1={px(x(tick))} x2={px(x(tick))} y1={bottom} y2={bottom + 5} stroke={paint.muted} />
          <text x={px(x(tick))} y={bottom + 18} text-anchor="middle" fill={paint.muted}>{written(tick, plot.x.unit)}</text>
        </g>
      ))}
      <text x="0" y="12" fill={paint.text} font-weight="600">{axis(plot.y, false)}</text>
      <text x={px(right)} y={height - 6} text-anchor="end" fill={paint.text} font-weight="600">{axis(plot.x, x.log)} →</text>
      <path d={order.map((point, index) => `${index === 0 ? "M" : "L"}${px(x(point.x))} ${px(y(point.y))}`).join("")} fill="none" stroke={paint.accent} stroke-width="2" stroke-opacity="0.55" />
      {order.map((point) => (
        <g
          class="point"
          key={point.index}
          {...(onPick ? { tabindex: point.index === (selected ?? order[0]!.index) ? 0 : -1, role: "button" as const, "aria-pressed": selected === point.index, "data-point": point.index, onClick: () => onPick(point.index) } : { role: "img" as const })}
          aria-label={`${point.label}: ${plot.y.label} ${write(point.y, plot.y)}, ${plot.x.label} ${write(point.x, plot.x)}, ${point.proved ? "proved best" : "not proved"}`}
        >
          <title>{`${point.label}\n${plot.x.label} ${write(point.x, plot.x)}\n${plot.y.label} ${write(point.y, plot.y)}${point.proved ? "\nproved best" : "\nnot proved best"}`}</title>
          {!point.proved && point.bound !== undefined && <path d={`M${px(x(point.x))} ${px(y(point.y))}V${px(y(point.bound))}m-4 0h8`} stroke={paint.warn} stroke-width="1.5" fill="none" />}
          <circle cx={px(x(point.x))} cy={px(y(point.y))} r="14" fill="transparent" />
          {selected === point.index && <circle cx={px(x(point.x))} cy={px(y(point.y))} r="10" fill={paint.accent} fill-opacity="0.2" />}
          <circle class="dot" cx={px(x(point.x))} cy={px(y(point.y))} r="5.5" fill={point.proved ? paint.accent : paint.surface} stroke={paint.accent} stroke-width="2" />
        </g>
      ))}
    </svg>
  );
}

function horizontal(least: number, most: number, from: number, to: number): Scale {
  return least > 0 && most / least > 12 ? logarithmic(least, most, from, to) : linear(least, most, from, to, 6);
}

function axis(axis: Axis, log: boolean): string {
  return title(axis.label) + (log ? " (log scale)" : "");
}

export function write(value: number, axis: Axis): string {
  return axis.unit === "" && Math.abs(value) < 1e6 ? score7(Number(value.toPrecision(6))) : Math.abs(value) >= 1e6 ? amount(value, axis.unit, 3) : metric(Number(value.toPrecision(4)), axis.unit);
}

import type { Design, Plot } from "../model";
import { amount, score7, written } from "../numbers";
import { STATUS, title, verdict } from "../words";
import { LEGEND, NetworkBody, arrange } from "./network";
import type { Paint } from "./paint";
import { PlotDrawing } from "./plot";
import { SharesBody, sharesHeight } from "./shares";
import { fit, textWidth } from "./text";

/** A design as one picture of its own: for a README, a slide, a pull request. */
export function DesignPoster({ design, width, paint }: { design: Design; width: number; paint: Paint }) {
  const margin = 20;
  const room = width - 2 * margin;
  const tone = { good: paint.good, busy: paint.accent, warn: paint.warn, bad: paint.bad, calm: paint.muted }[STATUS[design.status].tone];
  const word = STATUS[design.status].word;
  const score = design.objective === undefined ? "" : score7(design.objective);
  const network = design.network;
  const layout = network && arrange({ network, width: room });
  const lines = wrap(verdict(design), room, 13);
  let y = 34;
  const verdictAt = y + 24;
  y = verdictAt + (lines.length - 1) * 18 + 22;
  const drawingAt = y;
  if (layout) y += layout.height + 22;
  const legendAt = y - 12;
  const sharesAt = y + 6;
  if (network) y = sharesAt + sharesHeight(network, room) + 8;
  const budgetsAt = y + 12;
  const budgets = design.budgets.filter((budget) => budget.value !== undefined);
  y = budgets.length > 0 ? budgetsAt + Math.ceil(budgets.length / columns(room)) * 40 : y;
  const members = network ? [] : design.conflict?.members ?? [];
  const membersAt = y + 10;
  y += members.length * 24 + (members.length > 0 ? 10 : 0);
  const height = Math.ceil(y + 10);
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`} font-family={paint.font} role="img" aria-label={`${design.name}: ${word}. ${verdict(design)}`}>
      <rect width={width} height={height} fill={paint.surface} />
      <text x={margin} y="34" font-size="19" font-weight="700" fill={paint.text}>{design.name}</text>
      <text x={margin + textWidth(design.name, 20) + 14} y="34" font-size="13" font-weight="600" fill={tone}>{STATUS[design.status].mark} {word}</text>
      <text x={width - margin} y="34" text-anchor="end" font-size="19" font-weight="700" fill={paint.text}>{score}</text>
      {lines.map((line, index) => <text x={margin} y={verdictAt + index * 18} font-size="13" fill={paint.muted}>{line}</text>)}
      {network && layout && (
        <>
          <g transform={`translate(${margin} ${drawingAt})`}><NetworkBody network={network} width={room} paint={paint} layout={layout} /></g>
          <text x={margin} y={legendAt} font-size="11" fill={paint.muted}>{fit(LEGEND, room, 11)}</text>
          <g transform={`translate(${margin} ${sharesAt})`}><SharesBody network={network} width={room} paint={paint} /></g>
        </>
      )}
      {budgets.map((budget, index) => {
        const cell = room / columns(room);
        const x = margin + (index % columns(room)) * cell;
        const top = budgetsAt + Math.floor(index / columns(room)) * 40;
        const broken = budget.upper ? budget.value! > budget.limit : budget.value! < budget.limit;
        const most = Math.max(budget.limit, budget.value!);
        return (
          <g font-size="12">
            <text x={x} y={top + 10} fill={paint.text} font-weight="600">{title(budget.name)}</text>
            <text x={x + cell - 24} y={top + 10} text-anchor="end" fill={paint.text}>{amount(budget.value!, budget.unit, 4)} {budget.upper ? "of" : "at least"} {written(budget.limit, budget.unit)}</text>
            <rect x={x} y={top + 17} width={cell - 24} height="7" rx="3.5" fill={paint.line} />
            <rect x={x} y={top + 17} width={Math.round(((cell - 24) * budget.value!) / most)} height="7" rx="3.5" fill={broken ? paint.bad : paint.accent} />
          </g>
        );
      })}
      {members.map((member, index) => (
        <text x={margin} y={membersAt + index * 24 + 8} font-size="13" fill={paint.text}>{fit(`${member.text}${member.needed ? `   →   ${member.needed.text}` : ""}`, room, 13)}</text>
      ))}
    </svg>
  );
}

/** A plot as one picture of its own. */
export function PlotPoster({ plot, width, paint }: { plot: Plot; width: number; paint: Paint }) {
  return <PlotDrawing plot={plot} width={width} paint={paint} backed />;
}

function columns(room: number): number {
  return room < 560 ? 1 : 2;
}

function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

import type { Design, Plot, View } from "./model";
import { amount, cell, gap, percent, score7, written } from "./numbers";
import { STATUS, elapsed, extras, kernel, resizing, spread, title, verdict } from "./words";
import { write } from "./draw/plot";

/** A view as Markdown, for pull requests and notes. */
export function viewMarkdown(view: View): string {
  const problems = view.problems.filter((problem) => problem.severity === "error").map((problem) => `- **${problem.code}** line ${problem.source.range.start.line + 1}: ${plain(problem.message)}`);
  const parts = [...(problems.length > 0 ? [problems.join("\n")] : []), ...view.designs.map(designMarkdown), ...view.plots.filter((plot) => plot.points.length > 0).map(plotMarkdown)];
  return parts.join("\n\n") + "\n";
}

export function designMarkdown(design: Design): string {
  const parts = [`## ${plain(design.name)}: ${STATUS[design.status].word.toLowerCase()}`];
  const stale = design.current ? "" : " **Not of the text as it is now.**";
  parts.push(verdict(design) + (design.proof.seconds > 0 ? ` (${elapsed(design)})` : "") + stale);
  if (design.goal) parts.push("`" + design.goal + "`" + (design.objective === undefined ? "" : ` = **${score7(design.objective)}**`) + (design.gap === undefined ? "" : `, gap ${gap(design.gap)}`));
  if (design.conflict) {
    parts.push(plain(design.conflict.message));
    parts.push(design.conflict.members.map((member) => `- \`${member.text}\`${member.needed ? ` would have to become \`${member.needed.text}\`` : ""}`).join("\n"));
  }
  if (design.budgets.length > 0) {
    parts.push(table(["Budget", "Value", "Limit", "Use"], design.budgets.map((budget) => [
      title(budget.name),
      budget.value === undefined ? "" : amount(budget.value, budget.unit, 4),
      (budget.upper ? "≤ " : "≥ ") + written(budget.limit, budget.unit),
      budget.value === undefined ? "" : percent(budget.value / budget.limit, 2),
    ]), 1));
  }
  const network = design.network;
  if (network) {
    const metrics = spread(network.stages);
    parts.push(table(
      ["Stage", "Block", "Depth", "Channels", "Kernel", "Size", ...metrics.map(title)],
      [
        ...network.stages.map((stage) => [
          stage.name,
          [stage.block, extras(stage)].filter(Boolean).join(" "),
          String(stage.depth),
          `${stage.in.channels} → ${stage.out.channels}`,
          kernel(stage),
          resizing(stage),
          ...metrics.map((name) => (stage.metrics[name] === undefined ? "" : `${cell(stage.metrics[name]!, network.units[name] ?? "", network.totals[name] ?? 0.5)}${stage.share[name] === undefined ? "" : ` (${percent(stage.share[name]!, 0)})`}`)),
        ]),
        ["**total**", "", String(network.stages.reduce((sum, stage) => sum + stage.depth, 0)), "", "", "", ...metrics.map((name) => (network.totals[name] === undefined ? "" : cell(network.totals[name]!, network.units[name] ?? "", network.totals[name]!)))],
      ],
      2,
    ));
  }
  return parts.join("\n\n");
}

export function plotMarkdown(plot: Plot): string {
  const rows = plot.points.map((point) => [point.label, write(point.x, plot.x), write(point.y, plot.y), point.proved ? "yes" : "no"]);
  return `## ${plain(plot.name)}\n\n` + table(["Point", title(plot.x.label), title(plot.y.label), "Proved"], rows, 1);
}

function table(head: string[], rows: string[][], words: number): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => plain(cell).replace(/\|/g, "\\|").replace(/\u202f/g, " ")).join(" | ")} |`;
  return [line(head), `|${head.map((_, index) => (index < words ? "---" : "--:")).join("|")}|`, ...rows.map(line)].join("\n");
}

function plain(text: string): string {
  return text.replace(/[<&]/g, (letter) => (letter === "<" ? "&lt;" : "&amp;"));
}

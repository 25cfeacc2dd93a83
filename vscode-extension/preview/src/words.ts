import type { Design, Layer, Shape, Stage, Status } from "./model";
import { amount, duration, gap } from "./numbers";

/** What the preview says, in the words of a person who never saw MAD. */

export type Tone = "good" | "busy" | "warn" | "bad" | "calm";

export const STATUS: Record<Status, { word: string; tone: Tone; mark: string }> = {
  waiting: { word: "Not solved yet", tone: "calm", mark: "○" },
  searching: { word: "Searching", tone: "busy", mark: "◌" },
  feasible: { word: "Feasible", tone: "warn", mark: "◐" },
  optimal: { word: "Optimal", tone: "good", mark: "✓" },
  evaluated: { word: "Evaluated", tone: "good", mark: "✓" },
  infeasible: { word: "Infeasible", tone: "bad", mark: "✕" },
  violated: { word: "Limits broken", tone: "bad", mark: "!" },
  refused: { word: "Error in the text", tone: "bad", mark: "!" },
  stopped: { word: "Stopped", tone: "warn", mark: "■" },
  "nothing-found": { word: "Nothing found", tone: "warn", mark: "?" },
};

/** One sentence that says what the status means. */
export function verdict(design: Design): string {
  const open = design.gap === undefined ? "how far the best may be is not known yet" : `the best may be up to ${gap(design.gap)} better`;
  switch (design.status) {
    case "waiting":
      return "MAD has not looked for this design yet.";
    case "searching":
      return design.network ? `The best network so far; ${open}.` : "Looking for a first network that keeps to every limit.";
    case "feasible":
      return `Keeps to every limit, but is not proved best: ${open}.`;
    case "optimal":
      return (design.gap ?? 0) >= 1e-9
        ? `Proved best: no network of this space scores more than ${gap(design.gap)} better.`
        : "Proved best: no network of this space scores better.";
    case "evaluated":
      return "Nothing was left to decide; these are its numbers.";
    case "infeasible":
      return "No network of this space keeps to every limit.";
    case "violated":
      return "This network breaks a limit.";
    case "refused":
      return "The text has errors; they come first.";
    case "stopped":
      return `You stopped the search; ${open}.`;
    case "nothing-found":
      return "The search ended before it found a network that keeps to every limit. There may be one.";
  }
}

export function elapsed(design: Design): string {
  const { seconds, evaluations } = design.proof;
  return evaluations > 0 ? `${duration(seconds)}, ${networks(evaluations)} looked at` : duration(seconds);
}

export function networks(count: number): string {
  return count === 1 ? "1 network" : `${amount(count, "", 3)} networks`;
}

/** `224×224`, of a sequence `196 tokens`, of a vector nothing. */
export function size(shape: Shape): string {
  if (shape.columns > 1) return `${shape.rows}×${shape.columns}`;
  return shape.rows > 1 ? `${shape.rows} tokens` : "1×1";
}

/** `112 → 56`: the resolution before and after a stage. */
export function resizing(stage: Stage): string {
  const before = size(stage.in);
  const after = size(stage.out);
  if (before === after) return after;
  const square = (shape: Shape) => shape.rows === shape.columns && shape.rows > 1;
  return square(stage.in) && square(stage.out) ? `${stage.in.rows} → ${stage.out.rows}` : `${before} → ${after}`;
}

/** Of a layer: only where it looks at more than one place, or is a convolution. */
export function layerKernel(layer: Layer): string {
  return (layer.kernel ?? 1) > 1 || layer.kind.includes("conv") ? kernel(layer) : "";
}

export function kernel(stage: { kernel?: number; stride?: number }): string {
  const size = stage.kernel === undefined ? "" : `${stage.kernel}×${stage.kernel}`;
  const stride = stage.stride !== undefined && stage.stride > 1 ? `/${stage.stride}` : "";
  return [size, stride].filter(Boolean).join(" ");
}

/** The arguments of a block that have no column of their own: `mid 24 · groups 4`. */
export function extras(stage: Stage): string {
  return Object.entries(stage.arguments)
    .filter(([name]) => name !== "out" && name !== "kernel" && name !== "stride" && name !== "depth")
    .map(([name, value]) => (typeof value === "number" ? `${name} ${value < 1e4 ? value : amount(value)}` : typeof value === "boolean" ? (value ? name : `no ${name}`) : `${name} ${value}`))
    .join(" · ");
}

/** A stage, read aloud. */
export function spoken(stage: Stage): string {
  const times = stage.depth > 1 ? `${stage.depth} times ` : "";
  const window = stage.kernel === undefined ? "" : `, kernel ${stage.kernel} by ${stage.kernel}`;
  const stride = stage.stride !== undefined && stage.stride > 1 ? `, stride ${stage.stride}` : "";
  return `Stage ${stage.name}: ${times}${stage.block}, ${stage.in.channels} to ${stage.out.channels} channels${window}${stride}, output ${size(stage.out)}`;
}

const NAMES: Record<string, string> = {
  macs: "MACs", flops: "FLOPs", params: "Params", entropy: "Entropy", memory: "Memory", latency: "Latency", energy: "Energy", flash: "Flash",
};

/** A metric's name as a heading. */
export function title(name: string): string {
  const plain = name.replace(/_/g, " ");
  return NAMES[name] ?? (/^[a-z ]+$/.test(plain) ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain);
}

const MEANING: Record<string, string> = {
  macs: "multiply-accumulates, the work of one pass",
  flops: "floating-point operations, the work of one pass",
  params: "parameters, the numbers to learn and store",
  entropy: "what the network can express; this is what MAD maximises",
  memory: "feature maps kept at the same time",
  latency: "time of one pass",
};

export function meaning(name: string): string | undefined {
  return MEANING[name];
}

const FIRST = ["entropy", "macs", "flops", "params", "memory"];

/** Whether a metric counts the largest stage, as the peak of memory does, and not the sum of all. */
export function isPeak(stages: Stage[], name: string): boolean {
  return stages.reduce((sum, stage) => sum + (stage.share[name] ?? 0), 0) > 1.01;
}

/** The metrics that are spread over stages: well-known ones first, then the budgets' own. */
export function spread(stages: Stage[]): string[] {
  const names = new Set<string>();
  for (const stage of stages) for (const name of Object.keys(stage.share)) names.add(name);
  const rank = (name: string) => (FIRST.indexOf(name) + FIRST.length + 1) % (FIRST.length + 1);
  return [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

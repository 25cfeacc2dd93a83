/**
 * What a host of the preview and the preview say to each other. The host is a VS Code panel, a page served on loopback, or a static report;
 * the Java side writes the same objects (`mad.view`), and a test compares both with `docs/view.schema.json`.
 *
 * Numbers are in base units (plain counts, bytes, seconds, joules); `unit` says which. What is unknown is left out.
 */

/** Characters of a text: zero-based lines, columns in UTF-16 units, as in the Language Server Protocol. */
export interface Range {
  start: Position;
  end: Position;
}

export interface Position {
  line: number;
  character: number;
}

/** Where something was written. */
export interface Source {
  uri: string;
  range: Range;
}

/** Everything there is to show of one file; sent whole whenever something changes. */
export interface View {
  uri: string;
  /** Of the text that was analysed. */
  version: number;
  /** File name. */
  title: string;
  /** Errors of the text, first ones first: why a design may be out of date. */
  problems: Problem[];
  designs: Design[];
  /** Sweeps and frontiers of the file. */
  plots: Plot[];
}

export interface Problem {
  severity: "error" | "warning" | "info";
  code: string;
  message: string;
  source: Source;
}

/**
 * waiting: not asked for yet; searching: a solver runs; evaluated: nothing was to be decided; refused: the text has errors;
 * stopped: the user stopped it; nothing-found: stopped without a feasible design.
 */
export type Status =
  | "waiting" | "searching" | "feasible" | "optimal" | "evaluated" | "infeasible" | "violated" | "refused" | "stopped" | "nothing-found";

export interface Design {
  name: string;
  space: string;
  source: Source;
  status: Status;
  /** Whether `network` belongs to the text as it is. */
  current: boolean;
  /** A sentence: why the view is not current, or not solved. */
  reason?: string;
  /** The goal as it is written. */
  goal?: string;
  objective?: number;
  bound?: number;
  /** |bound - objective| / |objective| */
  gap?: number;
  /** Parts of the objective that add up to it, where it is a sum. */
  parts: Part[];
  network?: Network;
  budgets: Budget[];
  controls: Control[];
  /** Bounds and constraints that hold with equality. */
  active: Active[];
  proof: Proof;
  conflict?: Conflict;
}

export interface Part {
  name: string;
  value: number;
  unit: string;
}

export interface Network {
  /** Rows of the input image, channels of it. */
  input: Shape;
  stages: Stage[];
  totals: Record<string, number>;
  units: Record<string, string>;
}

/** Channels, rows and columns; of a sequence, rows are tokens and columns 1. */
export interface Shape {
  channels: number;
  rows: number;
  columns: number;
}

export interface Stage {
  name: string;
  kind: "stem" | "stage" | "head";
  /** The block's name. */
  block: string;
  /** Repetitions. */
  depth: number;
  in: Shape;
  out: Shape;
  kernel?: number;
  stride?: number;
  /** What the block was given: `mid`, `groups`, … */
  arguments: Record<string, number | string | boolean>;
  /** Metric to amount, of this stage alone: macs, params, entropy, memory, and the budgets' metrics. */
  metrics: Record<string, number>;
  /** The same as a share of the network, 0 to 1. */
  share: Record<string, number>;
  layers: Layer[];
  source?: Source;
}

/** One primitive layer; equal repetitions are given once. */
export interface Layer {
  /** Such as `conv`, `bn`, `relu`. */
  kind: string;
  times: number;
  /** 1 for the first repetition of the block, 2 for the others. */
  repetition: 1 | 2;
  in: Shape;
  out: Shape;
  kernel?: number;
  stride?: number;
  groups?: number;
  params: number;
  macs: number;
}

export interface Budget {
  /** Such as `macs`. */
  name: string;
  /** Where the limit comes from, such as `ResNet18`; empty where it is written in the design. */
  budget: string;
  value?: number;
  limit: number;
  /** Whether the limit is an upper one. */
  upper: boolean;
  unit: string;
  /** Whether it holds with equality, or nearly so that nothing more fits. */
  active: boolean;
  /** Gain of the objective for one percent more, as far as it is known. */
  price?: { gain?: number; multiplier?: number; most?: number; proved: boolean };
  source?: Source;
  /** The control that changes the limit, where there is one. */
  control?: string;
}

/** A number of the text that may be dragged: a limit, or a parameter's value. */
export interface Control {
  id: string;
  label: string;
  value: number;
  unit: string;
  /** Sensible ends and step of a slider; the scale is logarithmic where `log`. */
  least: number;
  most: number;
  step: number;
  log: boolean;
  /** What a change of it does besides changing the number. */
  note?: string;
  source: Source;
}

export interface Active {
  name: string;
  kind: "budget" | "constraint" | "lower-end" | "upper-end";
  value: number;
  limit: number;
  source?: Source;
}

/** Incumbent and bound over time. */
export interface Proof {
  seconds: number;
  evaluations: number;
  /** Why the solver stopped, such as `gap closed`. */
  termination?: string;
  points: { seconds: number; incumbent?: number; bound?: number }[];
}

/** Budgets and conditions that cannot hold together; without any one of them there is a design. */
export interface Conflict {
  message: string;
  members: {
    text: string;
    source: Source;
    /** What it would have to become, all others kept. */
    needed?: { text: string; value: number; unit: string; proved: boolean };
    /** Key of the change that writes it, for `apply`. */
    fix?: string;
  }[];
}

export interface Plot {
  name: string;
  kind: "sweep" | "frontier";
  x: Axis;
  y: Axis;
  points: { x: number; y: number; bound?: number; proved: boolean; label: string; design?: Design }[];
  /** Whether it is still being computed. */
  running: boolean;
}

export interface Axis {
  label: string;
  unit: string;
}

/** From the host to the preview. */
export type ToPreview =
  | { type: "view"; view: View }
  /** Between two views, while a solver runs. */
  | { type: "progress"; design: string; seconds: number; evaluations: number; incumbent?: number; bound?: number; gap?: number }
  /** The cursor moved: the design and stage it is in. */
  | { type: "cursor"; design?: string; stage?: string }
  /** A sentence to be shown for a moment. */
  | { type: "notice"; text: string }
  /** The host lost its server, or the file was deleted: what is shown stays, dimmed. */
  | { type: "lost"; reason: string };

/** From the preview to the host. */
export type ToHost =
  | { type: "ready" }
  | { type: "reveal"; source: Source }
  | { type: "solve"; design?: string }
  | { type: "stop" }
  /** A control is dragged: the text follows; `done` on release ends the undo step. */
  | { type: "change"; control: string; design: string; value: number; done: boolean }
  /** Writes a fix of a conflict. */
  | { type: "apply"; design: string; fix: string }
  /** Computes the prices of a design's budgets, or a plot. */
  | { type: "explain"; design: string }
  | { type: "plot"; name: string }
  | { type: "save"; name: string; mime: string; text: string }
  | { type: "copy"; text: string };

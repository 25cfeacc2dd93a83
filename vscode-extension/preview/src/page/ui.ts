import type { Design, Plot, Source, View } from "../model";
import type { Paint } from "../draw/paint";

/** What the page shows besides the view itself. Components are functions of it; only the app's store changes it. */
export interface Ui {
  /** The name of a design or plot. */
  tab?: string;
  /** Whether all of them are shown below each other: a page without a script. */
  all?: boolean;
  /** The stage whose layers are open. */
  stage?: string;
  hovered?: string;
  /** The stage that the cursor is in. */
  cursor?: { design?: string; stage?: string };
  lost?: string;
  /** Whether the view is the one from before a reload: nobody has said yet that it is still so. */
  remembered?: boolean;
  /** The other design of a comparison: its name, or BEFORE. */
  compare?: string;
  /** Each design as it was before the last change of the text. */
  before: Record<string, Design>;
  /** The open point of a plot. */
  point?: number;
  /** Values of controls that are being dragged. */
  drag: Record<string, number>;
  /** The ends of sliders that were dragged: while the hand moves, the ground must not. */
  ends: Record<string, { least: number; most: number }>;
  /** Whether all limits are listed. */
  everything: boolean;
  notice?: string;
  /** What the host can do. */
  can: { edit: boolean; save: boolean; interact: boolean };
  /** Of the page, in pixels. */
  width: number;
  paint: Paint;
}

export const BEFORE = "\u0000before";

export type Action =
  | { do: "tab"; tab: string }
  | { do: "stage"; stage: string; source?: Source }
  | { do: "hover"; stage?: string }
  | { do: "reveal"; source: Source }
  | { do: "solve"; design: string }
  | { do: "stop" }
  | { do: "explain"; design: string }
  | { do: "plot"; name: string }
  | { do: "apply"; design: string; fix: string }
  | { do: "slide"; design: string; control: string; value: number; done: boolean }
  /** By so many steps of the number as it is written. */
  | { do: "step"; design: string; control: string; steps: number }
  | { do: "compare"; other?: string }
  | { do: "point"; index: number }
  | { do: "everything" }
  | { do: "export"; as: "svg" | "png" | "markdown" };

export type Act = (action: Action) => void;

/** A part of the page: what it shows, how it is looked at, and what a person does to it. */
export interface PartProps {
  design: Design;
  ui: Ui;
  act: Act;
}

export type Shown = { design: Design } | { plot: Plot };

/** The design or plot whose tab is open: the chosen one if it is still there, else the first. */
export function shown(view: View, tab: string | undefined): Shown | undefined {
  const design = view.designs.find((one) => one.name === tab);
  if (design) return { design };
  const plot = view.plots.find((one) => one.name === tab);
  if (plot) return { plot };
  return view.designs[0] ? { design: view.designs[0] } : view.plots[0] ? { plot: view.plots[0] } : undefined;
}

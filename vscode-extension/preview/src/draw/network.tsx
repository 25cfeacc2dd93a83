import type { Network, Shape, Stage } from "../model";
import { kernel, size, spoken } from "../words";
import type { Paint } from "./paint";
import { fit, px, textWidth } from "./text";

/**
 * The network as slabs in space, to scale: height and depth are rows and columns of the feature map, thickness is channels, and there is one slab
 * for each repetition of a block. Both scales are square roots, so that 7×7 is still seen beside 224×224. Where the stages do not fit beside each
 * other they go on in the next row, as words do.
 */
export interface NetworkProps {
  network: Network;
  width: number;
  paint: Paint;
  /** Where two networks are compared, the larger one gives the scale. */
  like?: Network[];
  /** The stages to set off. */
  selected?: string;
  hovered?: string;
  onPick?: (stage: Stage) => void;
  onHover?: (stage: Stage | undefined) => void;
}

const NAME = 12.5;
const SMALL = 11;
const LINE = 15;
const SLOT_GAP = 16;
const SLANT = { x: 0.3, y: 0.2 };

export const LEGEND = "Height is the resolution, thickness the channels (square-root scales); one slab for each repetition.";

export function NetworkDrawing(props: NetworkProps) {
  const layout = arrange(props);
  return (
    <svg
      class="network"
      xmlns="http://www.w3.org/2000/svg"
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label="The network, from its input on the left to its output on the right"
      font-family={props.paint.font}
    >
      <NetworkBody {...props} layout={layout} />
    </svg>
  );
}

export function NetworkBody({ layout, paint, selected, hovered, onPick, onHover }: NetworkProps & { layout: Layout }) {
  const focusable = selected ?? layout.slots.find((slot) => slot.stage)?.stage?.name;
  return (
    <g>
      {layout.rows.map((row, index) => (
        <Thread row={row} paint={paint} last={index === layout.rows.length - 1} />
      ))}
      {layout.slots.map((slot) => (
        <StageGlyph
          key={slot.stage?.name ?? "input"}
          slot={slot}
          paint={paint}
          selected={slot.stage !== undefined && slot.stage.name === selected}
          faded={hovered !== undefined && slot.stage?.name !== hovered}
          tabbable={slot.stage?.name === focusable}
          onPick={onPick}
          onHover={onHover}
        />
      ))}
    </g>
  );
}

export interface Slot {
  stage?: Stage;
  shape: Shape;
  depth: number;
  labels: string[];
  /** Place among the stages, 0 to 1. */
  at: number;
  x: number;
  width: number;
  thickness: number;
  gap: number;
  height: number;
  slant: number;
  row: Row;
}

interface Row {
  from: number;
  to: number;
  middle: number;
  /** Top of the labels. */
  labels: number;
  last: boolean;
}

export interface Layout {
  slots: Slot[];
  rows: Row[];
  width: number;
  height: number;
}

/** Decides how thick a channel is, and which stages share a row. */
export function arrange({ network, width, like = [] }: Pick<NetworkProps, "network" | "width" | "like">): Layout {
  const all = [network, ...like];
  const side = Math.max(...all.flatMap((one) => [one.input, ...one.stages.map((stage) => stage.out)]).map((shape) => Math.max(shape.rows, shape.columns)));
  const channels = Math.max(...all.flatMap((one) => one.stages.map((stage) => stage.out.channels)));
  const tallest = Math.min(210, Math.max(84, width * 0.17));
  const edge = (length: number) => Math.max(5, tallest * Math.sqrt(length / side));

  const slotsFor = (one: Network, thickest: number): Slot[] => {
    const make = (shape: Shape, depth: number, at: number, stage?: Stage): Slot => {
      const thickness = Math.max(1.6, thickest * Math.sqrt(shape.channels / channels));
      const gap = depth > 1 ? Math.min(3.5, Math.max(1.2, thickness * 0.35)) : 0;
      const slant = shape.columns > 1 ? edge(shape.columns) : 5;
      const labels = stage ? captions(stage) : ["input", `${shape.channels} ch`, size(shape)];
      const drawn = depth * thickness + (depth - 1) * gap + slant * SLANT.x;
      const wanted = Math.max(...labels.map((label, index) => textWidth(label, index === 0 ? NAME : SMALL)));
      return { shape, depth, labels, at, x: 0, width: Math.max(drawn, Math.min(wanted, 104)), thickness, gap, height: edge(shape.rows), slant, row: NOWHERE, stage };
    };
    const last = Math.max(1, one.stages.length - 1);
    return [make(one.input, 1, 0), ...one.stages.map((stage, index) => make(stage.out, stage.depth, index / last, stage))];
  };
  const total = (slots: Slot[]) => slots.reduce((sum, slot) => sum + slot.width + SLOT_GAP, -SLOT_GAP);

  let thickest = Math.min(34, Math.max(16, width / 50));
  while (thickest > 6 && all.some((one) => total(slotsFor(one, thickest)) > width)) thickest -= 0.5;
  const slots = slotsFor(network, thickest);
  // Stages of the same name stand below each other.
  for (const other of like.map((one) => slotsFor(one, thickest))) {
    const names = (some: Slot[]) => some.map((slot) => slot.stage?.name).join();
    if (names(other) === names(slots)) slots.forEach((slot, index) => (slot.width = Math.max(slot.width, other[index]!.width)));
  }
  return place(slots, width);
}

const NOWHERE: Row = { from: 0, to: 0, middle: 0, labels: 0, last: true };

/** As many rows as are needed, each about as full as the others. */
function broken(slots: Slot[], width: number): Slot[][] {
  const fill = (room: number): Slot[][] => {
    const lines: Slot[][] = [];
    let used = Infinity;
    for (const slot of slots) {
      if (used + SLOT_GAP + slot.width > room) {
        lines.push([]);
        used = -SLOT_GAP;
      }
      lines[lines.length - 1]!.push(slot);
      used += SLOT_GAP + slot.width;
    }
    return lines;
  };
  const fewest = fill(width).length;
  let room = slots.reduce((sum, slot) => sum + slot.width + SLOT_GAP, -SLOT_GAP) / fewest;
  while (room < width && fill(room).length > fewest) room += SLOT_GAP;
  return fill(Math.min(room, width));
}

function place(slots: Slot[], width: number): Layout {
  const lines = broken(slots, width);
  let top = 4;
  const rows = lines.map((line, index) => {
    const up = Math.max(...line.map((slot) => slot.height / 2 + slot.slant * SLANT.y));
    const down = Math.max(...line.map((slot) => slot.height / 2));
    const natural = line.reduce((sum, slot) => sum + slot.width, 0);
    // What is left over goes between the stages, up to a point.
    const gap = line.length > 1 ? Math.min(SLOT_GAP * 3.5, (width - natural) / (line.length - 1)) : 0;
    const row: Row = { from: 0, to: 0, middle: top + up, labels: top + up + down + 14, last: index === lines.length - 1 };
    let x = lines.length === 1 ? Math.max(0, (width - natural - gap * (line.length - 1)) / 2) : 0;
    for (const slot of line) {
      slot.x = x;
      slot.row = row;
      x += slot.width + gap;
    }
    row.from = line[0]!.x + line[0]!.width / 2;
    row.to = x - gap - line[line.length - 1]!.width / 2;
    const captions = Math.max(...line.map((slot) => slot.labels.length));
    top = row.labels + captions * LINE - (row.last ? 8 : -10);
    return row;
  });
  return { slots, rows, width: Math.ceil(width), height: Math.ceil(top) };
}

function captions(stage: Stage): string[] {
  return [
    stage.depth > 1 ? `${stage.name} ×${stage.depth}` : stage.name,
    `${stage.out.channels} ch`,
    size(stage.out),
    ...[kernel(stage), stage.block].filter(Boolean),
  ];
}

/** The line along which the feature maps flow. */
function Thread({ row, paint, last }: { row: Row; paint: Paint; last: boolean }) {
  return (
    <g stroke={paint.line} stroke-width="1.5" fill="none">
      <line x1={px(row.from)} x2={px(row.to)} y1={px(row.middle)} y2={px(row.middle)} />
      {!last && <path d={`M${px(row.to)} ${px(row.middle)}h30m-5 -4l5 4l-5 4`} />}
    </g>
  );
}

interface GlyphProps {
  slot: Slot;
  paint: Paint;
  selected: boolean;
  faded: boolean;
  tabbable: boolean;
  onPick?: (stage: Stage) => void;
  onHover?: (stage: Stage | undefined) => void;
}

function StageGlyph({ slot, paint, selected, faded, tabbable, onPick, onHover }: GlyphProps) {
  const { stage, row } = slot;
  const drawn = slot.depth * slot.thickness + (slot.depth - 1) * slot.gap + slot.slant * SLANT.x;
  const left = slot.x + (slot.width - drawn) / 2;
  const centre = px(slot.x + slot.width / 2);
  const top = row.middle - slot.height / 2;
  const button = stage && onPick ? { tabindex: tabbable ? 0 : -1, role: "button" as const, "aria-pressed": selected, "data-stage": stage.name } : { role: "img" as const };
  const pointer = stage && onPick ? {
    onClick: () => onPick(stage),
    onPointerEnter: () => onHover?.(stage),
    onPointerLeave: () => onHover?.(undefined),
  } : {};
  // Of the button alone: Chromium sends Tab to whatever listens for focus in a drawing.
  const focus = stage && onPick ? { onFocus: () => onHover?.(stage), onBlur: () => onHover?.(undefined) } : {};
  const reach = slot.slant * SLANT.y;
  const labels = slot.labels.length * LINE;
  return (
    <g class={stage && onPick ? "stage pickable" : "stage"} {...pointer}>
      <g {...button} {...focus} aria-label={stage ? spoken(stage) : `Input: ${slot.shape.channels} channels, ${size(slot.shape)}`}>
        <rect
          class="halo"
          x={px(slot.x - 6)}
          y={px(top - reach - 6)}
          width={px(slot.width + 12)}
          height={px(row.labels + labels - 8 - (top - reach - 6))}
          rx="7"
          fill={selected ? paint.accent : "transparent"}
          fill-opacity={selected ? 0.1 : 0}
          stroke={selected ? paint.accent : "none"}
          stroke-width="1.5"
        />
        <g class="slabs" opacity={faded ? 0.35 : undefined}>
          {Array.from({ length: slot.depth }, (_, index) => (
            <Slab slot={slot} x={left + index * (slot.thickness + slot.gap)} y={top} paint={paint} />
          ))}
        </g>
      </g>
      <g aria-hidden="true">
        <text x={centre} y={px(row.labels)} text-anchor="middle" font-size={NAME} font-weight="600" fill={paint.text}>
          {fit(slot.labels[0]!, slot.width + 6, NAME)}
        </text>
        {slot.labels.slice(1).map((label, index) => (
          <text x={centre} y={px(row.labels + (index + 1) * LINE)} text-anchor="middle" font-size={SMALL} fill={paint.muted}>
            {fit(label, slot.width + 8, SMALL)}
          </text>
        ))}
      </g>
    </g>
  );
}

/** A box in oblique projection: front, top and the right side, which shows the feature map itself. */
function Slab({ slot, x, y, paint }: { slot: Slot; x: number; y: number; paint: Paint }) {
  const { thickness: w, height: h } = slot;
  const dx = px(slot.slant * SLANT.x);
  const dy = px(slot.slant * SLANT.y);
  const colour = (face: "front" | "top" | "side" | "edge") => (slot.stage ? paint.stage(slot.at, face) : face === "edge" ? paint.muted : paint.line);
  const line = { stroke: colour("edge"), "stroke-width": w < 3 ? 0.5 : 0.8, "stroke-linejoin": "round" as const };
  return (
    <g class="slab">
      <path d={`M${px(x + w)} ${px(y)}l${dx} ${-dy}v${px(h)}l${-dx} ${dy}z`} fill={colour("side")} {...line} />
      <path d={`M${px(x)} ${px(y)}l${dx} ${-dy}h${px(w)}l${-dx} ${dy}z`} fill={colour("top")} {...line} />
      <rect x={px(x)} y={px(y)} width={px(w)} height={px(h)} fill={colour("front")} {...line} />
    </g>
  );
}

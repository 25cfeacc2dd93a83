import type { View } from "../model";
import { LayerTable } from "../page/stages";
import { shown, type Ui } from "../page/ui";
import { extras, resizing } from "../words";

/** The layers of the stage under the pointer, beside it. */
export function Tip({ view, ui }: { view?: View; ui: Ui }) {
  if (!view || ui.hovered === undefined || ui.stage === ui.hovered || ui.width < 560) return null;
  const open = shown(view, ui.tab);
  const design = open && ("design" in open ? open.design : open.plot.points[ui.point ?? -1]?.design);
  const stage = design?.network?.stages.find((one) => one.name === ui.hovered);
  const anchor = document.querySelector(`svg.network [data-stage="${CSS.escape(ui.hovered)}"] .halo`)?.getBoundingClientRect();
  if (!stage || !anchor || stage.layers.length === 0 || !document.querySelector("svg.network:hover, svg.network :focus-visible")) return null;
  const wide = 380;
  // Below the stage where there is room, else above it.
  const below = innerHeight - anchor.bottom - 16;
  const up = below < 320 && anchor.top > below;
  const place = up ? { bottom: `${Math.round(innerHeight - anchor.top + 8)}px`, maxHeight: `${Math.round(anchor.top - 16)}px` } : { top: `${Math.round(anchor.bottom + 8)}px`, maxHeight: `${Math.round(below)}px` };
  const left = Math.max(8, Math.min(innerWidth - wide - 8, anchor.left + anchor.width / 2 - wide / 2));
  return (
    <aside class="tip" aria-hidden="true" style={{ left: `${Math.round(left)}px`, width: `${wide}px`, top: "auto", bottom: "auto", ...place }}>
      <p><b>{stage.name}</b> {stage.depth > 1 ? `${stage.depth} × ` : ""}{stage.block} <span class="dim">{extras(stage)}</span></p>
      <p class="dim">{stage.in.channels} → {stage.out.channels} channels, {resizing(stage)}</p>
      <LayerTable stage={{ ...stage, layers: stage.layers.filter((layer) => layer.repetition === (stage.depth > 1 ? 2 : 1)) }} most={Math.max(2, Math.min(14, Math.floor(((up ? anchor.top - 16 : below) - 150) / 22)))} />
      <p class="hint">Click to see all its layers and its line in the text.</p>
    </aside>
  );
}

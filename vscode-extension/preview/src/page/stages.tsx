import type { Layer, Network, Stage } from "../model";
import { textWidth } from "../draw/text";
import { amount, cell, percent } from "../numbers";
import { extras, kernel, layerKernel, meaning, resizing, size, spread, title } from "../words";
import type { Act, Ui } from "./ui";

/** The stages as a table; a stage opens to its layers. */
export function StageTable({ network, width, ui, act }: { network: Network; width: number; ui: Ui; act: Act }) {
  // The bars above show every metric; the table shows those that there is room for.
  const shares = width > 850;
  const rest = (words: (stage: Stage) => string) => Math.floor((width - 340 - Math.max(100, ...network.stages.map((stage) => textWidth(words(stage), 13)))) / (shares ? 124 : 86));
  const full = rest((stage) => `${stage.block} ${extras(stage)}`);
  // Costs matter more than what a block was given.
  const brief = full < 3;
  const room = brief ? rest((stage) => stage.block) : full;
  const metrics = spread(network.stages).slice(0, Math.max(0, Math.min(6, room)));
  const last = Math.max(1, network.stages.length - 1);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Stages, as a table">
      <table class="stages">
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Block</th>
            <th scope="col" class="number" title="how often the block is repeated">Depth</th>
            <th scope="col" class="number">Channels</th>
            <th scope="col" class="after">Kernel</th>
            <th scope="col" class="number" title="rows and columns, before and after">Size</th>
            {metrics.map((name) => <th scope="col" class={`number ${shares ? "shares" : ""}`} title={meaning(name)}>{title(name)}</th>)}
          </tr>
        </thead>
        {network.stages.map((stage, index) => (
          <StageRows key={stage.name} stage={stage} at={index / last} metrics={metrics} network={network} shares={shares} brief={brief} ui={ui} act={act} />
        ))}
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td></td>
            <td class="number">{network.stages.reduce((sum, stage) => sum + stage.depth, 0)}</td>
            <td></td>
            <td></td>
            <td></td>
            {metrics.map((name) => <td class={`number ${shares ? "shares" : ""}`}>{network.totals[name] === undefined ? "" : cell(network.totals[name]!, network.units[name] ?? "", network.totals[name]!)}</td>)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function StageRows({ stage, at, metrics, network, shares, brief, ui, act }: { stage: Stage; at: number; metrics: string[]; network: Network; shares: boolean; brief: boolean; ui: Ui; act: Act }) {
  const open = ui.stage === stage.name;
  const hover = { onPointerEnter: () => act({ do: "hover", stage: stage.name }), onPointerLeave: () => act({ do: "hover" }) };
  return (
    <tbody class={`${open ? "open" : ""} ${ui.hovered === stage.name ? "hovered" : ""}`}>
      <tr {...hover}>
        <th scope="row">
          {ui.can.interact ? (
            <button type="button" class="row" aria-expanded={open} title={open ? "Hide its layers" : "Show its layers"} onClick={() => act({ do: "stage", stage: stage.name, source: stage.source })}>
              <Swatch ui={ui} at={at} /> {stage.name}
            </button>
          ) : (
            <span class="row"><Swatch ui={ui} at={at} /> {stage.name}</span>
          )}
        </th>
        <td title={extras(stage) || undefined}>{stage.block} {!brief && <span class="dim">{extras(stage)}</span>}</td>
        <td class="number">{stage.depth}</td>
        <td class="number">{stage.in.channels} → {stage.out.channels}</td>
        <td class="after">{kernel(stage)}</td>
        <td class="number">{resizing(stage)}</td>
        {metrics.map((name) => (
          <td class="number">
            {stage.metrics[name] === undefined ? "" : cell(stage.metrics[name]!, network.units[name] ?? "", network.totals[name] ?? 0.5)}
            {shares && stage.share[name] !== undefined && <span class="share">{percent(stage.share[name]!, 0)}</span>}
          </td>
        ))}
      </tr>
      {open && (
        <tr class="layers">
          <td colSpan={6 + metrics.length}><LayerTable stage={stage} /></td>
        </tr>
      )}
    </tbody>
  );
}

function Swatch({ ui, at }: { ui: Ui; at: number }) {
  return (
    <svg class="swatch" width="11" height="11" aria-hidden="true" focusable="false">
      <rect class="face" x="0.5" y="0.5" width="10" height="10" rx="2.5" fill={ui.paint.stage(at, "front")} stroke={ui.paint.stage(at, "edge")} />
    </svg>
  );
}

/** The layers of one repetition; the first may differ from the others. */
export function LayerTable({ stage, most = 80 }: { stage: Stage; most?: number }) {
  const layers = stage.layers.slice(0, most);
  if (layers.length === 0) return <p class="hint">Its layers are not listed.</p>;
  const parts: { title: string; layers: Layer[] }[] = [
    { title: stage.depth > 1 ? "First repetition" : "", layers: layers.filter((layer) => layer.repetition === 1) },
    { title: stage.depth > 2 ? `Each of the ${stage.depth - 1} others` : "The other", layers: layers.filter((layer) => layer.repetition === 2) },
  ].filter((part) => part.layers.length > 0);
  return (
    <table class="layer-table">
      <caption class="hidden">Layers of {stage.name}</caption>
      <thead>
        <tr>
          <th scope="col">Layer</th>
          <th scope="col" class="number">Channels</th>
          <th scope="col">Kernel</th>
          <th scope="col" class="number">Size</th>
          <th scope="col" class="number">Params</th>
          <th scope="col" class="number">MACs</th>
        </tr>
      </thead>
      {parts.map((part) => (
        <tbody>
          {part.title && <tr class="part"><th scope="rowgroup" colSpan={6}>{part.title}</th></tr>}
          {part.layers.map((layer) => (
            <tr>
              <td>{layer.kind}{layer.times > 1 ? ` ×${layer.times}` : ""}{layer.groups !== undefined && layer.groups > 1 ? <span class="dim"> {layer.groups === layer.in.channels ? "depthwise" : `groups ${layer.groups}`}</span> : null}</td>
              <td class="number">{layer.in.channels === layer.out.channels ? layer.out.channels : `${layer.in.channels} → ${layer.out.channels}`}</td>
              <td>{layerKernel(layer)}</td>
              <td class="number">{size(layer.out)}</td>
              <td class="number">{layer.params === 0 ? "" : amount(layer.params, "", 3)}</td>
              <td class="number">{layer.macs === 0 ? "" : amount(layer.macs, "", 3)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

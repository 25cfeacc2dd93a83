import { NetworkDrawing } from "../draw/network";
import type { Design, Network } from "../model";
import { cell, percent, score7, signed } from "../numbers";
import { title } from "../words";
import { Card } from "./parts";
import type { PartProps } from "./ui";

/** Two designs on one scale, and what is different. */
export function Compare({ design, other, label, ui, act, width }: PartProps & { other: Design; label: string; width: number }) {
  const here = design.network;
  const there = other.network;
  if (!here || !there) return null;
  const onPick = (stage: { name: string }) => act({ do: "stage", stage: stage.name });
  return (
    <Card name="compare" title={`${design.name} and ${label}`} wide hint="Both networks on one scale.">
      <h3>{design.name}</h3>
      <NetworkDrawing network={here} like={[there]} width={width} paint={ui.paint} hovered={ui.hovered} onPick={onPick} onHover={(stage) => act({ do: "hover", stage: stage?.name })} />
      <h3>{label}</h3>
      <NetworkDrawing network={there} like={[here]} width={width} paint={ui.paint} hovered={ui.hovered} />
      <div class="scroll" tabIndex={0} role="region" aria-label="Differences">
        <table class="differences">
          <thead>
            <tr><th scope="col">Number</th><th scope="col" class="number">{design.name}</th><th scope="col" class="number">{label}</th><th scope="col" class="number">Difference</th></tr>
          </thead>
          <tbody>
            {figures(design, other).map((row) => (
              <tr>
                <th scope="row">{row.name}</th>
                <td class="number">{row.here}</td>
                <td class="number">{row.there}</td>
                <td class="number"><b>{row.change}</b></td>
              </tr>
            ))}
            {changes(here, there).map((row) => (
              <tr class="stage-change">
                <th scope="row">{row.name}</th>
                <td class="number">{row.here}</td>
                <td class="number">{row.there}</td>
                <td></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

interface Row {
  name: string;
  here: string;
  there: string;
  change?: string;
}

function figures(design: Design, other: Design): Row[] {
  const row = (name: string, here: number | undefined, there: number | undefined, write: (value: number) => string): Row[] =>
    here === undefined || there === undefined
      ? []
      : [{ name, here: write(here), there: write(there), change: here === there ? "the same" : `${signed(here - there, write)}${there === 0 ? "" : ` (${signed(here / there - 1, (share) => percent(share))})`}` }];
  const units = { ...other.network!.units, ...design.network!.units };
  return [
    ...row("Score", design.objective, other.objective, score7),
    ...Object.keys(design.network!.totals).flatMap((name) => row(title(name), design.network!.totals[name], other.network!.totals[name], (value) => cell(value, units[name] ?? "", Math.max(design.network!.totals[name] ?? 0, other.network!.totals[name] ?? 0)))),
  ];
}

/** Stages whose numbers differ, by name. */
function changes(here: Network, there: Network): Row[] {
  const names = [...new Set([...here.stages, ...there.stages].map((stage) => stage.name))];
  return names.flatMap((name) => {
    const words = (network: Network) => {
      const stage = network.stages.find((one) => one.name === name);
      return stage ? { depth: stage.depth, channels: stage.out.channels, kernel: stage.kernel, block: stage.block, ...stage.arguments } : undefined;
    };
    const mine = words(here) as Record<string, unknown> | undefined;
    const theirs = words(there) as Record<string, unknown> | undefined;
    if (!mine || !theirs) return [{ name, here: mine ? "there" : "–", there: theirs ? "there" : "–" }];
    const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((key) => key !== "out" && mine[key] !== theirs[key]);
    if (keys.length === 0) return [];
    const list = (values: Record<string, unknown>) => keys.map((key) => `${key} ${values[key] ?? "–"}`).join(", ");
    return [{ name, here: list(mine), there: list(theirs) }];
  });
}

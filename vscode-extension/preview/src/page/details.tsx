import { ProofDrawing } from "../draw/proof";
import type { Active, Design } from "../model";
import { amount, gap, score7, signed, written } from "../numbers";
import { elapsed } from "../words";
import { Bar, Card, Link } from "./parts";
import { Slider } from "./slider";
import type { PartProps } from "./ui";

/** How the best network found and the bound close in on each other. */
export function ProofCard({ design, ui, width }: PartProps & { width: number }) {
  const { proof } = design;
  if (proof.points.length === 0 && proof.evaluations === 0 && design.bound === undefined) return null;
  return (
    <Card name="proof" title="Proof" hint="Blue: the best network found so far. Dashed: a value that no network can pass. Where they meet, the design is proved best.">
      <ProofDrawing design={design} width={width} paint={ui.paint} />
      <dl class="facts">
        <Fact name="Best found" value={design.objective === undefined ? "none yet" : score7(design.objective)} mark="solid" />
        <Fact name={(design.bound ?? 0) >= (design.objective ?? -Infinity) ? "Nothing above" : "Nothing below"} value={design.bound === undefined ? "not known yet" : score7(design.bound)} mark="dashed" />
        <Fact name="Gap" value={gap(design.gap)} />
        <Fact name="Time" value={elapsed(design)} />
        {proof.termination && <Fact name="Ended" value={proof.termination} />}
      </dl>
    </Card>
  );
}

function Fact({ name, value, mark }: { name: string; value: string; mark?: string }) {
  return (
    <div>
      <dt>{mark && <span class={`key ${mark}`} aria-hidden="true"></span>}{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** What the objective is made of. */
export function Objective({ design }: PartProps) {
  if (design.parts.length === 0) return null;
  const largest = Math.max(...design.parts.map((part) => Math.abs(part.value))) || 1;
  return (
    <Card name="objective" title="Objective" hint={design.parts.length > 1 ? "The parts of the score, which add up to it." : undefined}>
      <ul class="plain">
        {design.parts.map((part) => (
          <li>
            <div class="line">
              <code>{part.name}</code>
              <span class="figure"><b>{part.value < 0 ? signed(part.value, score7) : score7(part.value)}</b></span>
            </div>
            <Bar share={Math.abs(part.value) / largest} tone={part.value < 0 ? "minus" : "plus"} />
          </li>
        ))}
      </ul>
      {design.objective !== undefined && (
        <div class="line total"><span>Score</span><span class="figure"><b>{score7(design.objective)}</b></span></div>
      )}
    </Card>
  );
}

const KIND: Record<Active["kind"], string> = {
  budget: "budget used up",
  constraint: "condition holds just so",
  "lower-end": "smallest value allowed",
  "upper-end": "largest value allowed",
};

/** The limits that this design runs into: what to loosen for a better one. */
export function Limits({ design, ui, act }: PartProps) {
  if (design.active.length === 0) return null;
  const order: Active["kind"][] = ["budget", "constraint", "upper-end", "lower-end"];
  const sorted = [...design.active].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const few = ui.everything || sorted.length <= 7 ? sorted : sorted.slice(0, 6);
  return (
    <Card name="limits" title="What holds it back" hint="Limits that this network reaches. A better one would have to pass one of them.">
      <ul class="plain rows">
        {few.map((active) => (
          <li>
            <Link source={active.source} can={ui.can.edit} act={act}><code>{active.name}</code></Link>
            <span class="dim">{KIND[active.kind]}{active.kind === "budget" ? "" : active.kind === "constraint" ? "" : `: ${written(active.limit)}`}</span>
          </li>
        ))}
      </ul>
      {sorted.length > few.length && ui.can.interact && (
        <button type="button" class="quiet" onClick={() => act({ do: "everything" })}>Show all {sorted.length}</button>
      )}
      {sorted.length > few.length && !ui.can.interact && <p class="hint">and {sorted.length - few.length} more</p>}
    </Card>
  );
}

/** Parameters that no budget bar shows. */
export function Controls({ design, ui, act }: PartProps) {
  const shown = new Set(design.budgets.map((budget) => budget.control));
  const rest = design.controls.filter((control) => !shown.has(control.id));
  if (rest.length === 0 || !ui.can.edit) return null;
  return (
    <Card name="controls" title="Try it" hint="Drag a number: the text follows, and so does the design.">
      {rest.map((control) => <Slider key={control.id} control={control} design={design.name} ui={ui} act={act} named />)}
    </Card>
  );
}

/** Why there is no network: the limits that contradict each other, and what each would have to become. */
export function ConflictCard({ design, ui, act }: PartProps) {
  const { conflict } = design;
  if (!conflict) return null;
  return (
    <Card name="conflict" title="These limits cannot hold together" wide hint={conflict.message}>
      <ul class="members">
        {conflict.members.map((member, index) => (
          <li>
            <p class="which">{index === 0 ? "Either this" : "or this"}</p>
            <Link source={member.source} can={ui.can.edit} act={act} class="limit"><code>{member.text}</code></Link>
            {member.needed ? (
              <p>would have to become <b><code>{member.needed.text}</code></b>{member.needed.proved ? "" : " or so"}, all else kept</p>
            ) : (
              <p class="dim">how far it would have to give way is not known yet</p>
            )}
            {member.fix !== undefined && ui.can.edit && (
              <button type="button" class="primary" onClick={() => act({ do: "apply", design: design.name, fix: member.fix! })}>
                Change it{member.needed ? ` to ${amount(member.needed.value, member.needed.unit, 4)}` : ""}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function hasAnswer(design: Design): boolean {
  return design.network !== undefined || design.conflict !== undefined;
}

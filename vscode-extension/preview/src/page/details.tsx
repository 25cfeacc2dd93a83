import { ProofDrawing } from "../draw/proof";
import type { Active } from "../model";
import { duration, gap, score7, scoreLike, written } from "../numbers";
import { networks } from "../words";
import { Bar, Card, Link, Prose } from "./parts";
import type { PartProps } from "./ui";

/** How the best network found and the bound close in on each other. */
export function ProofCard({ design, ui, width }: PartProps & { width: number }) {
  const { proof } = design;
  if (!design.network || (proof.points.length === 0 && design.bound === undefined)) return null;
  return (
    <Card name="proof" title="Proof" hint="Blue: the best network found so far. Dashed: a value that no network can pass. Where they meet, the design is proved best.">
      <ProofDrawing design={design} width={width} paint={ui.paint} />
      <dl class="facts">
        <Fact name="Best found" value={design.objective === undefined ? "none yet" : score7(design.objective)} mark="solid" />
        <Fact name={(design.bound ?? 0) >= (design.objective ?? -Infinity) ? "Nothing above" : "Nothing below"} value={design.bound === undefined ? "not known yet" : score7(design.bound)} mark="dashed" />
        <Fact name="Gap" value={gap(design.gap)} />
        {/* A report tells no time: it is the same wherever it was written. */}
        {proof.seconds > 0 && <Fact name="Time" value={duration(proof.seconds)} />}
        <Fact name="Looked at" value={networks(proof.evaluations)} />
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
              <span class="figure"><b>{scoreLike(part.value, largest)}</b></span>
            </div>
            <Bar share={Math.abs(part.value) / largest} tone={part.value < 0 ? "minus" : "plus"} />
          </li>
        ))}
      </ul>
      {design.objective !== undefined && (
        <div class="line total"><span>Score</span><span class="figure"><b>{scoreLike(design.objective, largest)}</b></span></div>
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
  const groups = gathered(design.active);
  const few = ui.everything || groups.length <= 7 ? groups : groups.slice(0, 6);
  return (
    <Card name="limits" title="What holds it back" hint="Limits that this network reaches. A better one would have to pass one of them.">
      <ul class="plain rows">
        {few.map((group) => (
          <li>
            <span>
              {group.text && <code class="common">{group.text}{group.limit === undefined ? "" : ` = ${written(group.limit)}`}</code>}
              {group.members.map((member) => (
                <Link source={member.active.source} can={ui.can.edit} act={act} class={group.text ? "chip" : ""}><code>{member.name}</code></Link>
              ))}
            </span>
            <span class="dim">{KIND[group.kind]}</span>
          </li>
        ))}
      </ul>
      {groups.length > few.length && <button type="button" class="quiet" onClick={() => act({ do: "everything" })}>Show all {groups.length}</button>}
    </Card>
  );
}

interface Group {
  kind: Active["kind"];
  /** What its members have in common, if they are the same of several stages. */
  text: string;
  limit?: number;
  members: { name: string; active: Active }[];
}

const ORDER: Active["kind"][] = ["budget", "constraint", "upper-end", "lower-end"];

/** `s1.kernel` and `s2.kernel` at one limit are one line, and so is one condition of several stages. */
function gathered(all: Active[]): Group[] {
  const groups = new Map<string, Group>();
  for (const active of [...all].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
    const end = active.kind === "upper-end" || active.kind === "lower-end";
    const parts = /^(\w+)(?:: (.+)|\.(\w+))$/.exec(active.name);
    const text = active.kind === "budget" ? "" : parts?.[2] ?? parts?.[3] ?? "";
    const limit = end ? active.limit : undefined;
    const key = text === "" ? active.name : `${active.kind} ${text} ${limit}`;
    const group = groups.get(key) ?? { kind: active.kind, text, limit, members: [] };
    group.members.push({ name: text === "" ? active.name : parts![1]!, active });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Why there is no network: the limits that contradict each other, and what each would have to become. */
export function ConflictCard({ design, ui, act }: PartProps) {
  const { conflict } = design;
  if (!conflict) return null;
  const alone = conflict.members.length === 1;
  return (
    <Card name="conflict" title={alone ? "This limit cannot be met" : "These limits cannot hold together"} wide hint={<Prose text={conflict.message} />}>
      <ul class="members">
        {conflict.members.map((member, index) => (
          <li>
            {!alone && <p class="which">{index === 0 ? "Either this" : "or this"}</p>}
            <Link source={member.source} can={ui.can.edit} act={act} class="limit"><code>{member.text}</code></Link>
            {member.needed ? (
              <p>would have to become <b><code>{member.needed.text}</code></b>{member.needed.proved ? "" : " or so"}{alone ? "" : ", all else kept"}</p>
            ) : (
              <p class="dim">how far it would have to give way is not known yet</p>
            )}
            {member.fix !== undefined && ui.can.edit && (
              <button type="button" class="primary" onClick={() => act({ do: "apply", design: design.name, fix: member.fix! })}>
                Change it{member.needed ? ` to ${written(member.needed.value, member.needed.unit)}` : ""}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

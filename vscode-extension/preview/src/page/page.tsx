import { LEGEND, NetworkDrawing } from "../draw/network";
import { PlotDrawing, write } from "../draw/plot";
import { SharesDrawing } from "../draw/shares";
import type { Design, Plot, View } from "../model";
import { px } from "../draw/text";
import { title } from "../words";
import { Budgets } from "./budgets";
import { Compare } from "./compare";
import { ConflictCard, Limits, Objective, ProofCard } from "./details";
import { Hero, Tabs, Toolbar } from "./header";
import { Card, Link, Prose } from "./parts";
import { StageTable } from "./stages";
import { BEFORE, shown, type Act, type Ui } from "./ui";

/** The whole page: a function of the view and of how it is looked at. */
export function Page({ view, ui, act }: { view?: View; ui: Ui; act: Act }) {
  if (!view) return <FirstRun lost={ui.lost} />;
  const open = shown(view, ui.tab);
  const name = open === undefined ? "" : "design" in open ? open.design.name : open.plot.name;
  return (
    <div class={`page ${size(ui.width)} ${ui.lost ? "lost" : ""}`}>
      {ui.lost && <p class="banner bad" role="alert"><b>Connection lost.</b> {ui.lost} What you see is the last answer.</p>}
      {ui.remembered && !ui.lost && <p class="banner" role="status"><b>From before the reload.</b> MAD reads the text again; until it has answered, this may be out of date.</p>}
      <p class="toast" role="status">{ui.notice && <span>{ui.notice}</span>}</p>
      {!ui.all && view.designs.length + view.plots.length > 1 && <nav aria-label="Designs and plots"><Tabs view={view} open={name} act={act} /></nav>}
      <Problems view={view} ui={ui} act={act} />
      <main>
        <div id="panel" {...(!ui.all && view.designs.length + view.plots.length > 1 ? { role: "tabpanel", "aria-labelledby": `tab-${position(view, name)}` } : {})}>
          {open === undefined && <NoDesign view={view} />}
          {(ui.all ? view.designs : open && "design" in open ? [open.design] : []).map((design) => <DesignPage view={view} design={design} ui={ui} act={act} />)}
          {(ui.all ? view.plots : open && "plot" in open ? [open.plot] : []).map((plot) => <PlotPage plot={plot} view={view} ui={ui} act={act} />)}
        </div>
      </main>
    </div>
  );
}

/** Widths at which the layout changes. */
function size(width: number): string {
  return `${width < 560 ? "small" : width < 1000 ? "medium" : "large"} columns-${columnsAt(width)}`;
}

function columnsAt(width: number): number {
  return width < 720 ? 1 : width < 1500 ? 2 : 3;
}

function position(view: View, name: string): number {
  return [...view.designs, ...view.plots].findIndex((one) => one.name === name);
}

/** The room inside a card as wide as the page, and inside one of the smaller ones. */
function rooms(width: number): { wide: number; narrow: number } {
  const outer = Math.min(width, 2000) - (width < 560 ? 24 : 48);
  const columns = columnsAt(width);
  const padding = width < 560 ? 26 : 42;
  return { wide: Math.max(220, outer - padding), narrow: Math.max(220, (outer - (columns - 1) * 16) / columns - padding) };
}

function DesignPage({ view, design, ui, act }: { view: View; design: Design; ui: Ui; act: Act }) {
  const room = rooms(ui.width);
  const stale = !design.current || ui.lost !== undefined || ui.remembered;
  const other = ui.compare === BEFORE ? ui.before[design.name] : view.designs.find((one) => one.name === ui.compare && one !== design);
  const at = ui.cursor?.design === undefined || ui.cursor.design === design.name ? ui.cursor?.stage : undefined;
  const parts = { design, ui, act };
  return (
    <>
      {(design.network || design.conflict) && <Toolbar view={view} design={design} ui={ui} act={act} />}
      <Hero {...parts} />
      <div class={`cards ${stale ? "stale-view" : ""}`}>
        <ConflictCard {...parts} />
        {!design.network && !design.conflict && <NoNetwork design={design} ui={ui} act={act} />}
        {design.network && other?.network && <Compare {...parts} other={other} label={ui.compare === BEFORE ? "before the edit" : other.name} width={room.wide} />}
        {design.network && !other?.network && (
          <Card name="drawing" title="Network" wide hint={LEGEND}>
            <NetworkDrawing
              network={design.network}
              width={room.wide}
              paint={ui.paint}
              selected={at ?? ui.stage}
              hovered={ui.hovered}
              onPick={ui.can.interact ? (stage) => act({ do: "stage", stage: stage.name, source: stage.source }) : undefined}
              onHover={(stage) => act({ do: "hover", stage: stage?.name })}
            />
          </Card>
        )}
        <Budgets {...parts} />
        {design.network && (
          <Card name="where" title="Where it goes" wide hint="Each bar is the whole network, cut into what each stage takes of it.">
            <SharesDrawing network={design.network} width={room.wide} paint={ui.paint} hovered={ui.hovered} onHover={(stage) => act({ do: "hover", stage: stage?.name })} onPick={ui.can.interact ? (stage) => act({ do: "stage", stage: stage.name, source: stage.source }) : undefined} />
            <StageTable network={design.network} width={room.wide} ui={ui} act={act} />
          </Card>
        )}
        <ProofCard {...parts} width={room.narrow} />
        <Objective {...parts} />
        <Limits {...parts} />
      </div>
    </>
  );
}

function NoNetwork({ design, ui, act }: { design: Design; ui: Ui; act: Act }) {
  const busy = design.status === "searching";
  return (
    <section class={`card wide empty ${busy ? "busy" : ""}`}>
      <Ghost />
      <p>{busy ? "The first network will appear here in a moment." : <Prose text={design.reason ?? "There is no network to show yet."} />}</p>
      {ui.can.edit && (design.status === "waiting" || design.status === "nothing-found" || design.status === "stopped") && (
        <button type="button" class="primary" onClick={() => act({ do: "solve", design: design.name })}>Find the best network</button>
      )}
    </section>
  );
}

function PlotPage({ plot, view, ui, act }: { plot: Plot; view: View; ui: Ui; act: Act }) {
  const room = rooms(ui.width);
  const point = ui.point === undefined ? undefined : plot.points[ui.point];
  const what = plot.kind === "frontier" ? "Each point is the best network for its cost: more of one means less of the other." : "Each point is the best design for one value.";
  return (
    <>
      <div class={`cards ${ui.lost || ui.remembered ? "stale-view" : ""}`}>
        <Card
          name="plot"
          title={`${plot.name}: ${title(plot.y.label)} by ${title(plot.x.label)}`}
          wide
          hint={`${what} ${ui.can.interact && plot.points.some((one) => one.design) ? "Choose a point to see its network." : ""}`}
          aside={plot.running ? <span class="status busy"><span class="spin" aria-hidden="true">◌</span> Computing</span> : plot.points.length > 0 ? undefined : ui.can.edit && <button type="button" class="primary" onClick={() => act({ do: "plot", name: plot.name })}>Compute it</button>}
        >
          {plot.points.length === 0 ? (
            <p class="empty-plot">
              {plot.running ? "The first point will appear here in a moment." : ui.can.edit ? "No points yet. A plot takes one search for each of its points." : <>This page was written without its points: <code>mad report --plots</code> computes them.</>}
            </p>
          ) : (
            <PlotDrawing plot={plot} width={room.wide} paint={ui.paint} selected={ui.point} onPick={ui.can.interact ? (index) => act({ do: "point", index }) : undefined} />
          )}
        </Card>
      </div>
      {point?.design && (
        <>
          <p class="pointed">At {title(plot.x.label)} <b>{write(point.x, plot.x)}</b>:</p>
          <DesignPage view={view} design={point.design} ui={{ ...ui, compare: undefined }} act={act} />
        </>
      )}
    </>
  );
}

/** Errors of the text, which come first. */
function Problems({ view, ui, act }: { view: View; ui: Ui; act: Act }) {
  const errors = view.problems.filter((problem) => problem.severity === "error");
  if (errors.length === 0) return null;
  return (
    <section class="problems" aria-label="Errors in the text">
      <ul class="plain">
        {errors.slice(0, 4).map((problem) => (
          <li>
            <span class="status bad"><span aria-hidden="true">!</span> {problem.code}</span>
            <Link source={problem.source} can={ui.can.edit} act={act}><Prose text={problem.message} /></Link>
            <span class="dim">line {problem.source.range.start.line + 1}</span>
          </li>
        ))}
      </ul>
      {errors.length > 4 && <p class="hint">and {errors.length - 4} more</p>}
    </section>
  );
}

const SNIPPET = `design First of K1KXK1Net {
  require  macs <= 1.8 G
  maximize entropy([1, 1, 1, 1, 8])
}`;

function NoDesign({ view }: { view: View }) {
  return (
    <section class="card wide empty">
      <Ghost />
      <h1>{view.title} has no design yet</h1>
      <p>Write one, with a space, a budget and a goal, and the best network appears here:</p>
      <pre tabIndex={0}><code>{SNIPPET}</code></pre>
    </section>
  );
}

/** Before the first answer. */
function FirstRun({ lost }: { lost?: string }) {
  return (
    <div class="page first">
      {lost && <p class="banner bad" role="alert"><b>Connection lost.</b> {lost}</p>}
      <main class="card empty busy">
        <Ghost />
        <h1>Reading the file</h1>
        <p>MAD looks for the best network that your budget allows, and proves that there is no better one. The drawing appears here and follows the text as you type.</p>
      </main>
    </div>
  );
}

/** The outline of a network that is not there yet. */
function Ghost() {
  const stages = [{ x: 6, slabs: 1 }, { x: 34, slabs: 2 }, { x: 66, slabs: 3 }, { x: 108, slabs: 4 }, { x: 164, slabs: 3 }, { x: 214, slabs: 2 }];
  return (
    <svg class="ghost" width="250" height="84" viewBox="0 0 250 84" aria-hidden="true" focusable="false">
      {stages.map(({ x, slabs }, index) =>
        Array.from({ length: slabs }, (_, slab) => {
          const width = 5 + index * 1.6;
          const height = 66 / Math.pow(1.42, index);
          return <rect class={`g${index}`} x={px(x + slab * (width + 2))} y={px(44 - height / 2)} width={px(width)} height={px(height)} rx="1.5" />;
        }),
      )}
    </svg>
  );
}

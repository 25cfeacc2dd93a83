import type { Design, View } from "../model";
import { gap, score7 } from "../numbers";
import { STATUS, elapsed, verdict } from "../words";
import { Prose } from "./parts";
import { BEFORE, type Act, type Ui } from "./ui";

/** The designs and plots of the file as tabs. */
export function Tabs({ view, open, act }: { view: View; open: string; act: Act }) {
  const tabs = [
    ...view.designs.map((design) => ({ name: design.name, mark: STATUS[design.status].mark, tone: STATUS[design.status].tone, kind: STATUS[design.status].word })),
    ...view.plots.map((plot) => ({ name: plot.name, mark: "∿", tone: "calm" as const, kind: plot.kind })),
  ];
  const step = (event: KeyboardEvent, index: number) => {
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const to = (next + tabs.length) % tabs.length;
    act({ do: "tab", tab: tabs[to]!.name });
    ((event.currentTarget as HTMLElement).parentElement?.children[to] as HTMLElement | undefined)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Designs and plots of this file">
      {tabs.map((tab, index) => (
        <button
          type="button"
          role="tab"
          key={tab.name}
          id={`tab-${index}`}
          aria-selected={tab.name === open}
          aria-controls="panel"
          tabIndex={tab.name === open ? 0 : -1}
          onClick={() => act({ do: "tab", tab: tab.name })}
          onKeyDown={(event) => step(event, index)}
        >
          <span class={`mark ${tab.tone}`} aria-hidden="true">{tab.mark}</span>
          {tab.name}
          <span class="hidden">, {tab.kind}</span>
        </button>
      ))}
    </div>
  );
}

/** Name, status, score and the sentence that says what they mean. */
export function Hero({ design, ui, act }: { design: Design; ui: Ui; act: Act }) {
  const status = ui.remembered ? { word: `Was ${STATUS[design.status].word.toLowerCase()}`, mark: "↺", tone: "calm" } : STATUS[design.status];
  const searching = design.status === "searching" && !ui.remembered;
  return (
    <section class="hero" aria-label={design.name}>
      <div class="who">
        <h1>
          {ui.can.edit ? (
            <button type="button" class="link" title="Show in the text" onClick={() => act({ do: "reveal", source: design.source })}>{design.name}</button>
          ) : design.name}
          <span class="space">from the space {design.space}</span>
        </h1>
        <span class={`status ${status.tone}`}><span class={searching ? "spin" : ""} aria-hidden="true">{status.mark}</span> {status.word}</span>
      </div>
      {design.goal && <p class="goal"><code>{design.goal}</code></p>}
      <div class="score">
        {design.objective !== undefined && (
          <p class="big"><span class="value">{score7(design.objective)}</span> <span class="unit">score</span></p>
        )}
        <p class="verdict">
          {verdict(design)}
          {design.proof.seconds > 0 && <span class="dim"> {elapsed(design)}.</span>}
        </p>
      </div>
      {design.gap !== undefined && searching && <p class="hidden" aria-live="polite">Gap {gap(design.gap)}</p>}
      {!design.current && design.network && (
        <p class="stale" role="status"><b>Not of the text as it is now.</b> <Prose text={design.reason ?? (design.conflict ? "The network below is the last one that kept to every limit." : "This was the last design; the new one is being worked out.")} /></p>
      )}
      {design.current && design.reason && <p class="stale calm"><Prose text={design.reason} /></p>}
    </section>
  );
}

/** What a person can do with the open design. */
export function Toolbar({ view, design, ui, act }: { view: View; design: Design; ui: Ui; act: Act }) {
  if (!ui.can.interact) return null;
  const others = view.designs.filter((other) => other.name !== design.name && other.network);
  const before = ui.before[design.name]?.network !== undefined;
  return (
    <div class="tools" role="group" aria-label="Tools">
      {ui.can.edit && (design.status === "searching"
        ? <button type="button" class="primary" onClick={() => act({ do: "stop" })}>Stop</button>
        : unfinished(design) && <button type="button" class="primary" onClick={() => act({ do: "solve", design: design.name })}>Search on</button>)}
      {design.network && (others.length > 0 || before) && (
        <label class="select">
          <span>Compare with</span>
          <select onChange={(event) => act({ do: "compare", other: event.currentTarget.value || undefined })}>
            <option value="" selected={!ui.compare}>nothing</option>
            {before && <option value={BEFORE} selected={ui.compare === BEFORE}>before the edit</option>}
            {others.map((other) => <option value={other.name} selected={ui.compare === other.name}>{other.name}</option>)}
          </select>
        </label>
      )}
      <span class="gap"></span>
      <button type="button" onClick={() => act({ do: "export", as: "markdown" })} title="Copy numbers and stages as Markdown">Copy</button>
      {design.network && <button type="button" onClick={() => act({ do: "export", as: "svg" })} title="Save the picture as SVG">SVG</button>}
      {design.network && <button type="button" onClick={() => act({ do: "export", as: "png" })} title="Save the picture as PNG">PNG</button>}
    </div>
  );
}

function unfinished(design: Design): boolean {
  return design.status === "stopped" || design.status === "nothing-found" || design.status === "feasible" || design.status === "waiting";
}

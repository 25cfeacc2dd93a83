import type { Design, ToHost, ToPreview, View } from "../model";
import { PAGE } from "../draw/paint";
import { BEFORE, shown, type Action, type Ui } from "../page/ui";
import { exported } from "./export";
import type { Host } from "./host";

/** Milliseconds in which a view may come that does not know the last value of a control. */
const REST = 800;

/** Everything that changes: the last view and how it is looked at. */
export class Store {
  view: View | undefined;
  ui: Ui;

  constructor(private readonly host: Host, private readonly changed: () => void, width: number) {
    const live = host.kind !== "report";
    this.ui = { before: {}, drag: {}, ends: {}, everything: false, can: { edit: live, save: true, interact: true }, width, paint: PAGE };
    const kept = host.load() as { view?: View; tab?: string; stage?: string; compare?: string; before?: Record<string, Design> } | null | undefined;
    if (kept?.view) {
      this.view = kept.view;
      this.ui = { ...this.ui, remembered: true, tab: kept.tab, stage: kept.stage, compare: kept.compare, before: kept.before ?? {} };
    }
  }

  set(change: Partial<Ui>): void {
    this.ui = { ...this.ui, ...change };
    this.changed();
  }

  receive(message: ToPreview): void {
    switch (message.type) {
      case "view":
        return this.show(message.view);
      case "progress":
        return this.progress(message);
      case "cursor":
        return this.follow(message.design, message.stage);
      case "notice":
        return this.notify(message.text);
      case "lost":
        return this.set({ lost: message.reason });
    }
  }

  /** Views come in order; versions of a text need not: they begin anew where it is opened again, as after a reload. */
  private show(view: View): void {
    const same = this.view?.uri === view.uri;
    const before = same ? this.remember(view) : {};
    if (!this.holds && view.version !== this.released && view.designs.every((design) => design.status !== "searching")) this.settling = false;
    const drag: Record<string, number> = {};
    for (const [id, until] of this.held) if (performance.now() < until && this.ui.drag[id] !== undefined) drag[id] = this.ui.drag[id]!;
    this.view = view;
    this.set({ before, drag, lost: undefined, remembered: undefined, ...(same ? {} : { ends: {}, tab: undefined, stage: undefined, compare: undefined, point: undefined }) });
    this.keep();
  }

  /** Controls under the pointer, and until when: what they show is the hand's, not the view's. After a hand lets go, views may come that did not know yet. */
  private readonly held = new Map<string, number>();

  private get holds(): boolean {
    return [...this.held.values()].some((until) => until === Infinity);
  }

  /** A finished design of an older text becomes the "before"; while a comparison with it is open it stays. */
  private remember(next: View): Record<string, Design> {
    const before = { ...this.ui.before };
    if (this.ui.compare === BEFORE || this.settling || this.ui.remembered || next.version === this.view!.version) return before;
    return { ...before, ...this.finished() };
  }

  private finished(): Record<string, Design> {
    const done = (design: Design) => design.current && design.network && (design.status === "optimal" || design.status === "feasible" || design.status === "evaluated");
    return Object.fromEntries((this.view?.designs ?? []).filter(done).map((design) => [design.name, design]));
  }

  /** From the moment that a number is taken hold of until its last value is solved: "before" is what was there before all that. */
  private settling = false;
  /** The version of the text when the last number was let go. */
  private released = -1;

  private progress(message: Extract<ToPreview, { type: "progress" }>): void {
    if (!this.view || this.ui.remembered) return;
    const designs = this.view.designs.map((design) => {
      if (design.name !== message.design || design.status !== "searching") return design; // news of a search that has ended since
      const { seconds, evaluations, incumbent, bound } = message;
      const points = [...design.proof.points, { seconds, incumbent, bound }];
      return { ...design, objective: incumbent ?? design.objective, bound: bound ?? design.bound, gap: message.gap ?? design.gap, proof: { ...design.proof, seconds, evaluations, points: points.length > 600 ? thinned(points) : points } };
    });
    this.view = { ...this.view, designs };
    this.changed();
  }

  private follow(design: string | undefined, stage: string | undefined): void {
    const known = design !== undefined && this.view?.designs.some((one) => one.name === design);
    this.set({ cursor: { design, stage }, ...(known ? { tab: design } : {}) });
  }

  act(action: Action): void {
    const send = (message: ToHost) => this.host.send(message);
    switch (action.do) {
      case "tab":
        this.set({ tab: action.tab, stage: undefined, point: undefined, hovered: undefined, cursor: undefined });
        return this.keep();
      case "stage":
        if (action.source && this.ui.stage !== action.stage) send({ type: "reveal", source: action.source });
        this.set({ stage: this.ui.stage === action.stage ? undefined : action.stage, cursor: undefined });
        return this.keep();
      case "hover":
        return this.ui.hovered === action.stage ? undefined : this.set({ hovered: action.stage });
      case "reveal":
        return send({ type: "reveal", source: action.source });
      case "solve":
        return send({ type: "solve", design: action.design });
      case "stop":
        return send({ type: "stop" });
      case "explain":
        return send({ type: "explain", design: action.design });
      case "plot":
        return send({ type: "plot", name: action.name });
      case "apply":
        return send({ type: "apply", design: action.design, fix: action.fix });
      case "slide":
        return this.slide(action);
      case "step":
        return this.step(action);
      case "compare":
        this.set({ compare: action.other });
        return this.keep();
      case "point":
        return this.set({ point: this.ui.point === action.index ? undefined : action.index, stage: undefined });
      case "everything":
        return this.set({ everything: true });
      case "export":
        return this.save(action.as);
    }
  }

  private sent = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** Small steps add up, however fast they come. */
  private step({ design, control, steps }: Extract<Action, { do: "step" }>): void {
    const known = this.view?.designs.find((one) => one.name === design)?.controls.find((one) => one.id === control);
    if (!known) return;
    const ends = this.ui.ends[`${design}.${control}`] ?? known;
    const from = this.ui.drag[control] ?? known.value;
    // Where any number may stand, the third digit.
    const one = known.step > 0 ? known.step : Math.pow(10, Math.floor(Math.log10(Math.abs(from) || 1)) - 2);
    const next = Math.round(from / one + steps) * one;
    const value = Number(Math.min(ends.most, Math.max(ends.least, next)).toPrecision(12));
    this.slide({ do: "slide", design, control, value, done: true });
  }

  /** While dragging, at most one message in 40 ms; on release, always the last value. */
  private slide({ design, control, value, done }: Extract<Action, { do: "slide" }>): void {
    const send = () => {
      this.sent = performance.now();
      this.waiting = undefined;
      this.host.send({ type: "change", control, design, value: this.ui.drag[control] ?? value, done });
    };
    clearTimeout(this.waiting);
    this.waiting = undefined;
    const before = this.settling || this.ui.compare === BEFORE ? this.ui.before : { ...this.ui.before, ...this.finished() };
    const key = `${design}.${control}`;
    const known = this.view?.designs.find((one) => one.name === design)?.controls.find((one) => one.id === control);
    const ends = this.ui.ends[key] || !known ? this.ui.ends : { ...this.ui.ends, [key]: { least: known.least, most: known.most } };
    this.settling = true;
    if (done) this.released = this.view?.version ?? -1;
    this.held.set(control, done ? performance.now() + REST : Infinity);
    this.set({ drag: { ...this.ui.drag, [control]: value }, before, ends });
    const since = performance.now() - this.sent;
    if (done || since >= 40) send();
    else this.waiting = setTimeout(send, 40 - since);
  }

  private save(as: "svg" | "png" | "markdown"): void {
    const open = this.view && shown(this.view, this.ui.tab);
    if (!open) return;
    void exported(open, as, this.host).then((notice) => this.notify(notice));
  }

  private notify(notice: string): void {
    this.set({ notice });
    setTimeout(() => this.ui.notice === notice && this.set({ notice: undefined }), 2000 + 40 * notice.length);
  }

  private keeping: ReturnType<typeof setTimeout> | undefined;

  /** Soon, not at once: a view is written faster than it is drawn, but not by much. */
  private keep(): void {
    this.keeping ??= setTimeout(() => this.keepNow(), 400);
  }

  /** To be called when the page goes. */
  keepNow(): void {
    if (this.keeping === undefined) return;
    clearTimeout(this.keeping);
    this.keeping = undefined;
    const { tab, stage, compare, before } = this.ui;
    this.host.keep({ view: this.view, tab, stage, compare, before });
  }
}

/** Every second point, and the last ones. */
function thinned<T>(points: T[]): T[] {
  return points.filter((_, index) => index % 2 === 0 || index > points.length - 50);
}

import { render } from "preact";
import { Page } from "../page/page";
import type { Action } from "../page/ui";
import { findHost } from "./host";
import { keys } from "./keys";
import { Store } from "./store";
import { Tip } from "./tip";

/** The interactive preview: draws the page whenever the store changes, at most once a frame. */
const host = findHost();
const root = document.getElementById("app") ?? document.body.appendChild(Object.assign(document.createElement("div"), { id: "app" }));
root.replaceChildren();
const width = () => root.clientWidth || 800;

let asked = false;
const store = new Store(host, () => {
  if (asked) return;
  asked = true;
  requestAnimationFrame(draw);
}, width());
const act = (action: Action) => store.act(action);

function draw(): void {
  asked = false;
  render(
    <>
      <Page view={store.view} ui={store.ui} act={act} />
      <Tip view={store.view} ui={store.ui} />
    </>,
    root,
  );
}

new ResizeObserver(() => {
  if (store.ui.width !== width()) store.set({ width: width() });
}).observe(root);
keys(root, () => store.set({ stage: undefined, hovered: undefined, compare: undefined }));
addEventListener("pagehide", () => store.keepNow());
draw();
host.listen((message) => store.receive(message));
if (host.kind === "vscode") host.send({ type: "ready" });

import type { ToHost, ToPreview, View } from "../model";

/** Who shows the preview: a VS Code panel, a page of the language server, or nobody (a report). */
export interface Host {
  kind: "vscode" | "browser" | "report";
  send(message: ToHost): void;
  listen(receive: (message: ToPreview) => void): void;
  /** What survives a reload. */
  load(): unknown;
  keep(state: unknown): void;
}

interface VsCode {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: undefined | (() => VsCode);

export function findHost(): Host {
  if (typeof acquireVsCodeApi === "function") return panel(acquireVsCodeApi());
  const embedded = document.getElementById("view")?.textContent;
  return embedded ? report(JSON.parse(embedded) as View) : page();
}

function panel(api: VsCode): Host {
  return {
    kind: "vscode",
    send: (message) => api.postMessage(message),
    listen: (receive) => window.addEventListener("message", (event: MessageEvent<ToPreview>) => receive(event.data)),
    load: () => api.getState(),
    keep: (state) => api.setState(state),
  };
}

/** On loopback: events come as they happen, messages are posted one after the other so that they keep their order. */
function page(): Host {
  const token = new URLSearchParams(location.search).get("token") ?? "";
  const at = (path: string) => `${path}?token=${encodeURIComponent(token)}`;
  const key = "mad-preview";
  let last: Promise<unknown> = Promise.resolve();
  const send = (message: ToHost) => {
    last = last.then(() => fetch(at("message"), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(message) })).catch(() => undefined);
  };
  return {
    kind: "browser",
    send,
    listen: (receive) => {
      const events = new EventSource(at("events"));
      let open = false;
      events.onmessage = (event: MessageEvent<string>) => receive(JSON.parse(event.data) as ToPreview);
      events.onopen = () => {
        if (open) return;
        open = true;
        send({ type: "ready" });
      };
      events.onerror = () => {
        open = false;
        receive({ type: "lost", reason: "MAD does not answer; this page tries again by itself." });
      };
    },
    load: () => JSON.parse(sessionStorage.getItem(key) ?? "null"),
    keep: (state) => sessionStorage.setItem(key, JSON.stringify(state)),
  };
}

function report(view: View): Host {
  return {
    kind: "report",
    send: () => undefined,
    listen: (receive) => receive({ type: "view", view }),
    load: () => null,
    keep: () => undefined,
  };
}

// A host for tests: serves the page under a strict content security policy, sends views as events, keeps what the page says.
import axe from "axe-core";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { createServer } from "node:http";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const sample = (name) => JSON.parse(readFileSync(file(`test/samples/${name}.json`), "utf8"));
export const OUTPUT = file("test/output");
mkdirSync(OUTPUT, { recursive: true });

const POLICY = "default-src 'none'; script-src 'nonce-n'; style-src 'nonce-n'; img-src data: blob:; connect-src 'self'";
const page = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>MAD preview</title>
<meta name="viewport" content="width=device-width"><style nonce="n">${readFileSync(file("dist/preview.css"), "utf8")}</style></head>
<body>${body}<script nonce="n">${readFileSync(file("dist/preview.js"), "utf8")}</script></body></html>`;

/** What VS Code defines: its interface, its theme's class and colours. */
const vscode = (kind) => `<script nonce="n">
  document.body.className = ${JSON.stringify(kind)}; window.sent = [];
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.sent.push(message),
    getState: () => JSON.parse(sessionStorage.getItem("state") ?? "null"),
    setState: (state) => sessionStorage.setItem("state", JSON.stringify(state)) });
</script>`;

/** What axe finds wrong with a page. */
export async function violations(tab) {
  // Evaluated from outside the page, so that the page's policy stays as strict as it is.
  await tab.evaluate(axe.source);
  const found = await tab.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).slice(0, 2).join(" | ")}`);
}

/** Waits until a value, read again and again, is as wanted: the page draws a frame later than it hears. */
export async function eventually(read, wanted, what) {
  let value;
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((done) => setTimeout(done, 20))) {
    value = await read();
    if (typeof wanted === "function" ? wanted(value) : value === wanted) return value;
  }
  assert.fail(`${what} never happens: last seen ${JSON.stringify(value)}`);
}

export async function stage() {
  const received = [];
  const listeners = new Set();
  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    if (url.pathname === "/events") {
      response.writeHead(200, { "Content-Type": "text/event-stream" }).flushHeaders();
      listeners.add(response);
      request.on("close", () => listeners.delete(response));
    } else if (url.pathname === "/message") {
      let text = "";
      request.on("data", (part) => (text += part)).on("end", () => {
        received.push(JSON.parse(text));
        response.writeHead(204).end();
      });
    } else {
      response.writeHead(200, { "Content-Type": "text/html", "Content-Security-Policy": POLICY });
      const embedded = url.searchParams.get("sample");
      if (url.pathname === "/report") response.end(page(`<div id="app"></div><script type="application/json" id="view">${JSON.stringify(sample(embedded)).replace(/</g, "\\u003c")}</script>`));
      else if (url.pathname === "/panel") response.end(page(`<div id="app"></div>${vscode(url.searchParams.get("theme") ?? "vscode-dark")}`));
      else response.end(page('<div id="app"></div>'));
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const address = `http://127.0.0.1:${server.address().port}`;
  return {
    address,
    browser,
    received,
    listening: () => listeners.size > 0,
    send: (message) => listeners.forEach((listener) => listener.write(`data: ${JSON.stringify(message)}\n\n`)),
    lose: () => listeners.forEach((listener) => listener.destroy()),
    /** A page of this width; whatever the browser complains about is kept in `complaints`. */
    async open(path, { width = 800, height = 900, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce", ...options });
      const tab = await context.newPage();
      tab.complaints = [];
      tab.on("console", (message) => message.type() === "error" && tab.complaints.push(message.text()));
      tab.on("pageerror", (error) => tab.complaints.push(String(error)));
      await tab.goto(new URL(path, address).href);
      return tab;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

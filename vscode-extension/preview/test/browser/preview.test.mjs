// The app in a real browser, under a strict content security policy, as each of its hosts shows it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, OUTPUT, sample, stage, violations } from "./stage.mjs";

let host;
before(async () => (host = await stage()));
after(() => host.close());

const STATES = ["r18", "several", "infeasible", "stale", "searching", "waiting", "empty", "transformer", "microcontroller", "thirty"];

/** A VS Code panel that shows a sample. */
async function panel(name, options) {
  const tab = await host.open(`/panel?theme=${options?.theme ?? "vscode-dark"}`, options);
  tab.show = (view) => tab.evaluate((message) => window.postMessage(message, "*"), { type: "view", view });
  tab.sent = (type) => tab.evaluate((wanted) => window.sent.filter((message) => message.type === wanted), type);
  if (name) {
    await tab.show(sample(name));
    await tab.waitForSelector("#panel");
  }
  return tab;
}

for (const [theme, width] of [["vscode-light", 320], ["vscode-dark", 800], ["vscode-high-contrast", 1600]]) {
  test(`every state is accessible and fits: ${theme}, ${width} pixels`, async () => {
    const problems = [];
    for (const name of STATES) {
      const tab = await panel(name, { theme, width });
      problems.push(...(await violations(tab)).map((one) => `${name} ${one}`), ...tab.complaints.map((one) => `${name} ${one}`));
      const [page, room] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      if (page > room) problems.push(`${name} is ${page} pixels wide`);
      await tab.screenshot({ path: `${OUTPUT}/${name}-${theme}-${width}.png`, fullPage: true });
      await tab.context().close();
    }
    assert.deepEqual(problems, []);
  });
}

test("with the keyboard alone: tabs, stages, layers, a slider", async () => {
  const tab = await panel("several", { width: 1000 });
  const focused = () => tab.evaluate(() => document.activeElement.getAttribute("data-stage") ?? document.activeElement.getAttribute("data-control") ?? document.activeElement.textContent);
  const reach = async (wanted) => {
    for (let count = 0; count < 60; count++) {
      await tab.keyboard.press("Tab");
      if ((await focused())?.includes(wanted)) return;
    }
    assert.fail(`Tab never reaches ${wanted}`);
  };
  await reach("R18");
  await tab.keyboard.press("ArrowRight");
  await tab.locator('[role="tab"][aria-selected="true"]', { hasText: "R50" }).waitFor();
  await tab.keyboard.press("ArrowLeft");
  await tab.locator('[role="tab"][aria-selected="true"]', { hasText: "R18" }).waitFor();
  await reach("stem");
  await tab.keyboard.press("ArrowRight");
  await tab.keyboard.press("ArrowRight");
  await eventually(focused, "s2", "focus on s2");
  await tab.keyboard.press("Enter");
  await tab.locator(".layer-table caption", { hasText: "Layers of s2" }).waitFor({ state: "attached" });
  await eventually(async () => (await tab.sent("reveal")).length, 1, "the line of the stage");
  await tab.keyboard.press("Escape");
  await tab.locator(".stages .layer-table").waitFor({ state: "detached" });
  await reach("macs");
  await tab.keyboard.press("ArrowRight");
  const change = await eventually(async () => (await tab.sent("change")).at(-1), Boolean, "a change");
  assert.ok(change.done && change.control === "macs" && change.value > 1.82e9, JSON.stringify(change));
});

test("a drag sends a few values and the last one as done", async () => {
  const tab = await panel("r18", { width: 800 });
  const box = await tab.locator('[data-control="macs"]').boundingBox();
  await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const from = Date.now();
  await tab.mouse.down();
  for (let step = 1; step <= 40; step++) await tab.mouse.move(box.x + box.width / 2 - step * 2, box.y + box.height / 2);
  await tab.mouse.up();
  const changes = await eventually(() => tab.sent("change"), (all) => all.at(-1)?.done, "the last change");
  const most = 2 + (Date.now() - from) / 40; // one in 40 ms, the first and the last
  assert.ok(changes.length >= 2 && changes.length <= most, `${changes.length} messages, at most ${most}`);
  assert.deepEqual(changes.map((one) => one.done).filter(Boolean), [true]);
  assert.ok(changes.at(-1).done && changes.at(-1).value < 1.82e9);
});

test("a fix of a conflict is written, a cursor sets off its stage, a lost host is said", async () => {
  const conflict = await panel("infeasible");
  await conflict.getByRole("button", { name: "Change it to 110 k" }).click();
  assert.deepEqual(await eventually(() => conflict.sent("apply"), (all) => all.length > 0, "the fix"), [{ type: "apply", design: "Tiny", fix: "f1" }]);
  const tab = await panel("r18");
  const post = (message) => tab.evaluate((one) => window.postMessage(one, "*"), message);
  await post({ type: "cursor", design: "R18", stage: "s4" });
  await tab.locator('[data-stage="s4"][aria-pressed="true"]').waitFor();
  await post({ type: "lost", reason: "It went away." });
  await tab.getByRole("alert").waitFor();
  assert.equal(await tab.locator("svg.network").count(), 1, "never blank");
});

test("survives a reload, and compares with the design before the edit", async () => {
  const tab = await panel("several", { width: 1200 });
  await tab.getByRole("tab", { name: /R50/ }).click();
  await tab.reload();
  await tab.locator('[role="tab"][aria-selected="true"]', { hasText: "R50" }).waitFor();
  const next = sample("r18");
  await tab.show({ ...next, uri: "file:///designs/other.mad" });
  await tab.locator(".hero h1", { hasText: "R18" }).waitFor();
  next.version = 2;
  next.uri = "file:///designs/other.mad";
  next.designs[0].network.stages[2].depth = 5;
  await tab.show(next);
  await tab.locator("select").selectOption({ label: "before the edit" });
  await tab.locator(".differences", { hasText: "depth 5" }).waitFor();
  await tab.screenshot({ path: `${OUTPUT}/compare.png`, fullPage: true });
});

test("after a reload the view says that it is remembered, until the host has answered", async () => {
  const tab = await panel();
  await tab.show({ ...sample("r18"), version: 40 });
  await tab.locator(".hero .status", { hasText: "Optimal" }).waitFor();
  await tab.reload();
  await tab.locator(".banner", { hasText: "From before the reload" }).waitFor();
  await tab.locator(".hero .status", { hasText: "Was optimal" }).waitFor();
  assert.equal(await tab.locator("svg.network").count(), 1, "never blank");
  assert.deepEqual(await violations(tab), []);
  await tab.screenshot({ path: `${OUTPUT}/remembered.png` });
  await tab.show({ ...sample("r18"), version: 1 }); // the text was opened anew
  await tab.locator(".hero .status", { hasText: /Optimal$/ }).waitFor();
  assert.equal(await tab.locator(".banner").count(), 0);
});

test("news of a search that has ended changes nothing", async () => {
  const tab = await panel("r18");
  const verdict = await tab.locator(".verdict").innerText();
  const { name } = sample("r18").designs[0];
  await tab.evaluate((one) => window.postMessage(one, "*"), { type: "progress", design: name, gap: 0.9, seconds: 1, evaluations: 1 });
  await tab.evaluate((one) => window.postMessage(one, "*"), { type: "notice", text: "afterwards" });
  await tab.locator(".toast", { hasText: "afterwards" }).waitFor();
  assert.equal(await tab.locator(".verdict").innerText(), verdict);
});

test("a point of a frontier opens its design", async () => {
  const tab = await panel("frontier", { width: 1000 });
  await tab.getByRole("tab", { name: /EntropyForMacs/ }).click();
  await tab.locator(".point").nth(3).click();
  await tab.locator(".pointed").waitFor();
  assert.deepEqual(await violations(tab), []);
  await tab.screenshot({ path: `${OUTPUT}/frontier.png`, fullPage: true });
});

test("pictures are given away as SVG and PNG", async () => {
  const tab = await panel("r18");
  await tab.getByRole("button", { name: "SVG" }).click();
  await tab.getByRole("button", { name: "PNG" }).click();
  await tab.waitForFunction(() => window.sent.filter((message) => message.type === "save").length === 2);
  const [svg, png] = await tab.sent("save");
  assert.match(svg.text, /^<svg xmlns/);
  assert.equal(Buffer.from(png.text, "base64").toString("latin1", 1, 4), "PNG");
  await tab.getByRole("button", { name: "Copy" }).click();
  const [copy] = await eventually(() => tab.sent("copy"), (all) => all.length > 0, "the copy");
  assert.match(copy.text, /^## R18: optimal/);
  assert.deepEqual(tab.complaints, []);
});

test("the page of the language server: asks, is answered, says when it is lost", async () => {
  const tab = await host.open("/?token=t");
  await eventually(() => host.received.length > 0 && host.listening(), true, "the page's question");
  assert.deepEqual(host.received, [{ type: "ready" }]);
  host.send({ type: "view", view: sample("r18") });
  await tab.locator('[data-stage="s1"]').click();
  await eventually(() => host.received[1]?.type, "reveal", "the line of the stage");
  host.lose();
  await tab.getByRole("alert").waitFor();
});

test("the report needs no host and offers nothing that needs one", async () => {
  const tab = await host.open("/report?sample=r18");
  await tab.locator("svg.network").waitFor();
  assert.equal(await tab.locator("input, .tools .primary").count(), 0);
  assert.deepEqual([...(await violations(tab)), ...tab.complaints], []);
});

test("how long a new view takes to be painted (for the record)", async () => {
  const tab = await panel("r50", { width: 1200 });
  const times = await tab.evaluate(async (view) => {
    const times = [];
    for (let version = 2; version < 32; version++) {
      const next = structuredClone(view);
      next.version = version;
      for (const stage of next.designs[0].network.stages) stage.depth = 1 + ((stage.depth + version) % 9);
      const from = performance.now();
      window.postMessage({ type: "view", view: next }, "*");
      await new Promise((done) => new MutationObserver((_, watch) => (watch.disconnect(), setTimeout(done))).observe(document.querySelector("svg.network"), { subtree: true, childList: true, attributes: true }));
      times.push(performance.now() - from);
    }
    return times.sort((a, b) => a - b);
  }, sample("r50"));
  console.log(`view to painted: median ${times[15].toFixed(1)} ms, 90th percentile ${times[27].toFixed(1)} ms`);
});

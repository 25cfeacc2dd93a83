// `mad preview` as a user has it: a real MAD, a real file, a real browser. MAD names the command.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { eventually, OUTPUT, stage, violations } from "./stage.mjs";

const TEXT = `import mad.blocks { Bottleneck }
import mad.budgets { Mobile }
import mad.counting.torchvision { macs, params }
import mad.deepmad { entropy }

budget Phone { macs <= 20 M, params >= 1 k }

space Net {
  input image(channels: 3, size: 32)
  stage a: Bottleneck(out: 8..64 step 8, mid: 8) x 1..3
  head { globalpool linear(10) }
}

/// The one.
design D of Net { within Phone maximize entropy(weights: [1]) }
design E of Net { within Mobile maximize entropy(weights: [1]) }
`;
const folder = mkdtempSync(join(tmpdir(), "mad-live-"));
const file = join(folder, "net.mad");
const text = () => readFileSync(file, "utf8");
let host, mad, tab;

before(async () => {
  writeFileSync(file, TEXT);
  const [command, ...words] = (process.env.MAD ?? fileURLToPath(new URL("../../../../mad", import.meta.url))).split(" ");
  mad = spawn(command, [...words, "preview", file], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    createInterface(mad.stdout).once("line", resolve);
    mad.once("exit", (code) => reject(new Error(`mad ended with ${code}`)));
  });
  host = await stage();
  tab = await host.open(address, { width: 1100, height: 900 });
});
after(async () => {
  mad?.kill();
  await host?.close();
  rmSync(folder, { recursive: true });
});

const until = (what, holds) => eventually(holds, true, what);
const status = (word) => tab.locator(".hero .status", { hasText: word }).waitFor();
const score = async () => Number((await tab.locator(".hero .value").textContent()).replace(/\s/g, ""));
const slider = (name) => tab.locator(`input[aria-label^="${name}:"]`).first();

test("the best network is there, accessible, under the page's policy", async () => {
  await status("Optimal");
  assert.deepEqual([...(await violations(tab)), ...tab.complaints], []);
});

test("the page follows the file", async () => {
  const first = await score();
  writeFileSync(file, TEXT.replace("20 M", "2.34 M"));
  await until("a worse network", async () => (await score()) < first);
  await status("Optimal");
});

test("a dragged limit redraws the network at once, and is written when it is let go", async () => {
  const box = await slider("macs").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const first = await score();
  await tab.mouse.move(x, y);
  await tab.mouse.down();
  for (let step = 1; step <= 20; step++) await tab.mouse.move(x - step * 2, y);
  await until("a worse network", async () => (await score()) < first);
  assert.match(text(), /macs <= 2.34 M/, "nothing is written yet");
  await tab.mouse.up();
  await until("the file", () => /macs <= 1\.\d+ M/.test(text()));
  await status("Optimal");
  const moved = await slider("macs").evaluate((input) => Number(input.value));
  assert.ok(moved < 480, `the knob stays where it was let go, at ${moved}`);
});

test("with the keyboard alone: a limit, step by step", async () => {
  const limit = () => Number(/macs <= (\d\.\d\d) M, params >= 1 k/.exec(text())?.[1]);
  const wanted = (limit() + 0.1).toFixed(2);
  await slider("macs").focus();
  for (let step = 0; step < 10; step++) await tab.keyboard.press("ArrowRight");
  await until("the file", () => limit().toFixed(2) === wanted);
  await status("Optimal");
});

test("a limit of a library's budget becomes the design's own", async () => {
  await tab.getByRole("tab", { name: /E/ }).click();
  await slider("macs").focus();
  await tab.keyboard.press("ArrowLeft");
  await until("the file", () => /budget EBudget extends Mobile \{ macs <= \d+ M \}\n\ndesign E of Net \{ within EBudget /.test(text()));
  await status("Optimal");
  assert.deepEqual(await violations(tab), []);
  await tab.getByRole("tab", { name: /D/ }).click();
});

test("a conflict is mended by its button", async () => {
  writeFileSync(file, TEXT.replace("20 M", "1 k"));
  await status("Infeasible");
  assert.deepEqual(await violations(tab), []);
  await tab.screenshot({ path: `${OUTPUT}/live-infeasible.png`, fullPage: true });
  await tab.locator(".conflict button.primary").first().click();
  await until("the file", () => !text().includes("macs <= 1 k"));
  await status("Optimal");
});

test("a broken text keeps the last network and says why; a click says where", async () => {
  await tab.locator('svg.network [data-stage="a"]').click();
  await tab.locator(".toast", { hasText: "net.mad, line 10" }).waitFor();
  writeFileSync(file, TEXT.replace("maximize", "maximise"));
  await status("Error in the text");
  assert.equal(await tab.locator(".stale-view svg.network").count(), 1);
  assert.deepEqual(await violations(tab), []);
  await tab.screenshot({ path: `${OUTPUT}/live-broken.png`, fullPage: true });
  writeFileSync(file, TEXT);
  await status("Optimal");
});

test("when MAD ends the page keeps what it shows, and says so", async () => {
  mad.kill();
  await tab.getByRole("alert").waitFor();
  assert.equal(await tab.locator("svg.network").count(), 1);
});

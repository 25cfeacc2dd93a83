import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";

const { outputFiles } = await build({ entryPoints: ["src/numbers.ts"], format: "esm", write: false });
const { amount, written, score7, percent, gap, duration, cell, signed } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

test("amounts have a prefix and as many digits as mean something", () => {
  assert.equal(amount(1819409984), "1.819 G");
  assert.equal(amount(11346288), "11.35 M");
  assert.equal(amount(928), "928");
  assert.equal(amount(999999, "", 3), "1.00 M");
  assert.equal(amount(0.2998295394743126), "0.2998");
  assert.equal(amount(0.0119, "s", 3), "11.9 ms");
  assert.equal(amount(0.0000042, "s", 2), "4.2 µs");
  assert.equal(amount(217728, "B"), "212.6 KiB");
  assert.equal(amount(-955.8347983), "\u2212955.8");
  assert.equal(amount(0), "0");
});

test("what was written has no zeros at the end", () => {
  assert.equal(written(1.82e9), "1.82 G");
  assert.equal(written(327680, "B"), "320 KiB");
  assert.equal(written(20e6), "20 M");
  assert.equal(written(0.3), "0.3");
  assert.equal(written(0.012, "s"), "12 ms");
  assert.equal(written(100), "100");
});

test("scores, shares, gaps and times", () => {
  assert.equal(score7(64553.4606129617), "64\u202f553.46");
  assert.equal(percent(0.9996758, 2), "99.97 %");
  assert.equal(percent(0.99999, 1), "99.9 %", "a share that is not all never reads 100");
  assert.equal(gap(9.99e-7), "0.0001 %");
  assert.equal(gap(0.0142), "1.42 %");
  assert.equal(gap(undefined), "unknown");
  assert.equal(duration(4.183), "4.2 s");
  assert.equal(duration(125), "2 min 5 s");
  assert.equal(signed(-0.137, percent), "\u221213.7 %");
});

test("a column has one format", () => {
  assert.deepEqual([3.2958, 41.766, 160.2].map((value) => cell(value, "", 642.65)), ["3.30", "41.77", "160.20"]);
  assert.deepEqual([928, 63456, 6823696].map((value) => cell(value, "", 11346288)), ["928", "63.5 k", "6.82 M"]);
});

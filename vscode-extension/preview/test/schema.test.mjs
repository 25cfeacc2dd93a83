// docs/view.schema.json says the same as src/model.ts, and the samples keep to it.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { compile } from "json-schema-to-typescript";
import typescript from "typescript";

const here = (path) => new URL(path, import.meta.url);
const schema = () => JSON.parse(readFileSync(here("../../../docs/view.schema.json"), "utf8"));

/** What the compiler says where the two types are not one and the same, down to the last optional member. */
async function differences(change) {
  const changed = schema();
  change(changed);
  const folder = mkdtempSync(join(tmpdir(), "mad-schema-"));
  try {
    writeFileSync(join(folder, "schema.ts"), await compile(changed, "View"));
    const file = join(folder, "same.ts");
    writeFileSync(file, `
      import type { View as Written } from ${JSON.stringify(fileURLToPath(here("../src/model")))};
      import type { View as Said } from "./schema";
      type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
      export const same: Same<Written, Said> = true;`);
    const program = typescript.createProgram([file], { strict: true, noEmit: true, skipLibCheck: true, types: [], target: typescript.ScriptTarget.ES2020, moduleResolution: typescript.ModuleResolutionKind.Bundler, module: typescript.ModuleKind.ESNext });
    return typescript.getPreEmitDiagnostics(program).map((one) => typescript.flattenDiagnosticMessageText(one.messageText, "\n"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the schema is the model", async () => {
  assert.deepEqual(await differences(() => {}), []);
  assert.notDeepEqual(await differences((changed) => delete changed.$defs.control.properties.note), [], "an optional member more");
  assert.notDeepEqual(await differences((changed) => changed.$defs.design.properties.status.enum.pop()), [], "a word less");
});

test("the samples keep to the schema", () => {
  const fits = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema());
  for (const name of readdirSync(here("samples")).filter((one) => one.endsWith(".json"))) {
    assert.ok(fits(JSON.parse(readFileSync(here(`samples/${name}`), "utf8"))), `${name}: ${JSON.stringify(fits.errors)}`);
  }
});

// dist/render.js in an engine that has nothing but the language, against golden files. UPDATE=1 writes them anew.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import typescript from "typescript";

const here = (path) => new URL(path, import.meta.url);
const code = readFileSync(here("../dist/render.js"), "utf8");
const engine = () => {
  const context = vm.createContext(Object.create(null));
  vm.runInContext(code, context);
  return (call, view) => {
    context.view = view;
    return vm.runInContext(call, context);
  };
};
const samples = readdirSync(here("samples")).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
const sample = (name) => readFileSync(here(`samples/${name}.json`), "utf8");

const golden = (name, actual) => {
  const file = here(`golden/${name}`);
  if (process.env.UPDATE || !existsSync(file)) writeFileSync(file, actual);
  assert.equal(actual, readFileSync(file, "utf8"), `golden/${name}`);
};

test("is ES5", () => {
  const { outputText } = typescript.transpileModule(code, { compilerOptions: { target: typescript.ScriptTarget.ES5 } });
  const file = typescript.createSourceFile("render.js", code, typescript.ScriptTarget.ES5);
  const modern = [];
  const visit = (node) => {
    if (typescript.isArrowFunction(node) || typescript.isTemplateExpression(node) || typescript.isSpreadElement(node) || typescript.isClassDeclaration(node) || node.kind === typescript.SyntaxKind.ForOfStatement) modern.push(node.getText(file).slice(0, 60));
    if (typescript.isVariableDeclarationList(node) && node.flags & typescript.NodeFlags.BlockScoped) modern.push(node.getText(file).slice(0, 60));
    typescript.forEachChild(node, visit);
  };
  visit(file);
  assert.deepEqual(modern, []);
  assert.ok(outputText.length > 0);
});

test("pictures and text are the golden ones", () => {
  const run = engine();
  for (const name of ["r18", "infeasible", "transformer", "microcontroller"]) {
    golden(`${name}.svg`, run('madRender.svg(view, { theme: "light", width: 960 })', sample(name)));
  }
  golden("r18-dark-narrow.svg", run('madRender.svg(view, { theme: "dark", width: 360 })', sample("r18")));
  golden("frontier.svg", run('madRender.svg(view, { width: 720, design: "EntropyForMacs" })', sample("frontier")));
  golden("several.md", run("madRender.markdown(view)", sample("several")));
  golden("infeasible.md", run("madRender.markdown(view)", sample("infeasible")));
});

test("every state can be drawn, twice alike, with no number that is none", () => {
  for (const name of samples) {
    for (const call of ["madRender.svg(view)", "madRender.markdown(view)", "madRender.html(view)"]) {
      const once = engine()(call, sample(name));
      assert.equal(once, engine()(call, sample(name)), `${name} ${call}`);
      assert.doesNotMatch(once, /NaN|undefined|Infinity|\[object/, `${name} ${call}`);
    }
  }
});

test("a proof that closed up to rounding is drawn, and soon", () => {
  const view = JSON.parse(sample("r18"));
  const [design] = view.designs;
  const near = design.objective * (1 + 2 ** -52);
  design.bound = near;
  design.proof.points = [1, 2, 3].map((seconds) => ({ seconds, incumbent: design.objective, bound: near }));
  const drawn = engine()("madRender.html(view)", JSON.stringify(view));
  assert.ok(drawn.includes('class="proof"') && drawn.length < 1e6, `${drawn.length} characters`);
});

test("pages need no inline style and no handler", () => {
  for (const name of samples) assert.doesNotMatch(engine()("madRender.html(view)", sample(name)), / style=| on[a-z]+=|<script/);
});

test("what a file says is text, not markup", () => {
  const view = JSON.parse(sample("r18"));
  view.designs[0].name = view.designs[0].goal = '<img src=x onerror="1">';
  view.designs[0].network.stages[1].name = "<script>";
  for (const call of ["madRender.svg(view)", "madRender.html(view)", "madRender.markdown(view)"]) {
    const written = engine()(call, JSON.stringify(view)).replace(/`[^`\n]*`/g, ""); // code spans of Markdown hold any text
    assert.doesNotMatch(written, /<img|<script>/, call);
  }
});

// Builds dist/preview.js with preview.css (the app) and dist/render.js (its drawings as pure functions, for engines without a browser).
import { build } from "esbuild";
import { readFile, writeFile } from "node:fs/promises";
import typescript from "typescript";

const common = {
  bundle: true,
  format: "iife",
  jsx: "automatic",
  jsxImportSource: "preact",
  charset: "ascii",
  legalComments: "none",
  logLevel: "warning",
};

await build({ ...common, entryPoints: ["src/app/main.tsx"], outfile: "dist/preview.js", target: "es2020", minify: true });
await build({ ...common, entryPoints: ["src/style/preview.css"], outfile: "dist/preview.css", loader: { ".css": "css" }, minify: true });

// The engine on the Java side understands ES5: esbuild goes as far as ES2015, TypeScript the rest of the way.
await build({ ...common, entryPoints: ["src/render.tsx"], outfile: "dist/render.js", globalName: "madRender", target: "es2015" });
const { outputText } = typescript.transpileModule(await readFile("dist/render.js", "utf8"), {
  compilerOptions: { target: typescript.ScriptTarget.ES5, downlevelIteration: true, removeComments: true },
});
await writeFile("dist/render.js", outputText);

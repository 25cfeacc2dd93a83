import { render } from "preact";
import { DesignPoster, PlotPoster } from "../draw/poster";
import { fixedPaint } from "../draw/paint";
import { designMarkdown, plotMarkdown } from "../markdown";
import type { Shown } from "../page/ui";
import { dark } from "./theme";
import type { Host } from "./host";

/** Gives the open design or plot away as a picture or text; says what was done. */
export async function exported(open: Shown, as: "svg" | "png" | "markdown", host: Host): Promise<string> {
  const name = "design" in open ? open.design.name : open.plot.name;
  if (as === "markdown") {
    const text = ("design" in open ? designMarkdown(open.design) : plotMarkdown(open.plot)) + "\n";
    if (host.kind === "vscode") host.send({ type: "copy", text });
    else await navigator.clipboard.writeText(text);
    return "Copied as Markdown.";
  }
  const svg = picture(open);
  if (as === "svg") {
    give(host, `${name}.svg`, "image/svg+xml", svg, new Blob([svg], { type: "image/svg+xml" }));
    return host.kind === "vscode" ? "" : `Saved ${name}.svg.`;
  }
  const blob = await raster(svg);
  give(host, `${name}.png`, "image/png", await base64(blob), blob);
  return host.kind === "vscode" ? "" : `Saved ${name}.png.`;
}

function picture(open: Shown): string {
  const paint = fixedPaint(dark() ? "dark" : "light");
  const there = document.createElement("div");
  render("design" in open ? <DesignPoster design={open.design} width={960} paint={paint} /> : <PlotPoster plot={open.plot} width={960} paint={paint} />, there);
  return new XMLSerializer().serializeToString(there.firstElementChild!) + "\n";
}

/** Twice as fine as the picture is large. */
async function raster(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}

/** VS Code writes the file itself (a picture's bytes as base64); elsewhere the browser downloads it. */
function give(host: Host, name: string, mime: string, text: string, blob: Blob): void {
  if (host.kind === "vscode") return host.send({ type: "save", name, mime, text });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let index = 0; index < bytes.length; index += 0x8000) text += String.fromCharCode(...bytes.subarray(index, index + 0x8000));
  return btoa(text);
}

import { renderToString } from "preact-render-to-string";
import { DesignPoster, PlotPoster } from "./draw/poster";
import { PAGE, fixedPaint, type Theme } from "./draw/paint";
import { viewMarkdown } from "./markdown";
import type { View } from "./model";
import { Page } from "./page/page";
import { shown, type Ui } from "./page/ui";

/** The preview as pure functions of a view, for engines without a browser: the same input gives the same bytes. */

export interface SvgOptions {
  theme?: Theme;
  /** In pixels. Default: 960. */
  width?: number;
  /** The name of a design or plot. Default: the first. */
  design?: string;
}

/** A picture of a design or plot, as an SVG file; empty where the view has neither. */
export function svg(view: View | string, { theme = "light", width = 960, design }: SvgOptions = {}): string {
  const paint = fixedPaint(theme);
  const open = shown(read(view), design);
  if (!open) return "";
  return renderToString("design" in open ? <DesignPoster design={open.design} width={width} paint={paint} /> : <PlotPoster plot={open.plot} width={width} paint={paint} />) + "\n";
}

export function markdown(view: View | string): string {
  return viewMarkdown(read(view));
}

/** The body of a page that shows every design and plot without a script; `preview.css` gives it its looks, `preview.js` its life. */
export function html(view: View | string): string {
  const ui: Ui = { all: true, before: {}, drag: {}, ends: {}, everything: true, can: { edit: false, save: false, interact: false }, width: 1100, paint: PAGE };
  return `<div id="app">${renderToString(<Page view={read(view)} ui={ui} act={nothing} />)}</div>`;
}

function read(view: View | string): View {
  return typeof view === "string" ? (JSON.parse(view) as View) : view;
}

function nothing(): void {}

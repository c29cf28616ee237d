import { type Box, drawnPanel, type Panel } from "./panel.js";
import { element, text } from "./xml.js";

export interface Plot {
  title: string;
  /** What is counted along the horizontal axis. */
  along: string;
  /** When and where it was measured. */
  caption: string;
  panels: readonly Panel[];
}

const COLUMNS = 2;
const PANEL = { width: 430, height: 340 };
const HEAD = 40;
const FOOT = 30;

/** Legible in both themes: with a ground of its own, since a page's theme is not always the one that the picture is told of. */
const STYLE = `
svg { color-scheme: light dark; }
.ground { fill: #ffffff; }
text { font: 12px system-ui, sans-serif; fill: #3a3f45; }
.title { font-size: 16px; font-weight: 600; }
.heading { font-weight: 600; }
.grid { stroke: #d5d9de; stroke-width: 1; }
.series polyline { fill: none; stroke-width: 2; }
.series .law { stroke-width: 1; stroke-dasharray: 5 4; }
.s0 polyline { stroke: #0069b4; } .s0 :not(polyline):not(text) { fill: #0069b4; }
.s1 polyline { stroke: #c25100; } .s1 :not(polyline):not(text) { fill: #c25100; }
.s2 polyline { stroke: #00795c; } .s2 :not(polyline):not(text) { fill: #00795c; }
.s3 polyline { stroke: #a53b84; } .s3 :not(polyline):not(text) { fill: #a53b84; }
@media (prefers-color-scheme: dark) {
  .ground { fill: #14171b; }
  text { fill: #d7dce2; }
  .grid { stroke: #343a42; }
  .s0 polyline { stroke: #5fb4f0; } .s0 :not(polyline):not(text) { fill: #5fb4f0; }
  .s1 polyline { stroke: #f0954f; } .s1 :not(polyline):not(text) { fill: #f0954f; }
  .s2 polyline { stroke: #4cc9a2; } .s2 :not(polyline):not(text) { fill: #4cc9a2; }
  .s3 polyline { stroke: #e08ac6; } .s3 :not(polyline):not(text) { fill: #e08ac6; }
}
`;

/** A figure as SVG, which needs nothing else: panels in two columns, under one title. */
export function plotted({ title, along, caption, panels }: Plot): string {
  const boxes = panels.map((_, index) => boxOf(index));
  const width = COLUMNS * PANEL.width;
  const height = HEAD + Math.ceil(panels.length / COLUMNS) * PANEL.height + FOOT;
  const says = `${title}. Both axes are logarithmic; a dashed line is the power law that fits best. ${panels.map(told).join(" ")}`;
  const drawn = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-labelledby": "title desc",
    },
    element("title", { id: "title" }, text(title)),
    element("desc", { id: "desc" }, text(says)),
    element("style", {}, STYLE),
    element("rect", { class: "ground", width, height, rx: 8 }),
    element("text", { x: 16, y: 26, class: "title" }, text(title)),
    ...panels.map((panel, index) => drawnPanel(panel, along, boxes[index] as Box)),
    element("text", { x: 16, y: height - 12 }, text(caption)),
  );
  return `${drawn}\n`;
}

/** Where the panel of that number is. */
export function boxOf(index: number): Box {
  return {
    left: 12 + (index % COLUMNS) * (PANEL.width - 6),
    top: HEAD + Math.floor(index / COLUMNS) * PANEL.height,
    width: PANEL.width - 12,
    height: PANEL.height,
  };
}

function told({ title, unit, series }: Panel): string {
  const laws = series.map(({ label, law }) =>
    law ? `${label} grows with exponent ${law.exponent.toFixed(2)}` : `${label} has too few points`,
  );
  return `${title}, in ${unit}: ${laws.join("; ")}.`;
}

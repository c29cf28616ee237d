import fc from "fast-check";
import { expect, test } from "vitest";
import { type Point, powerLaw, tailLaw } from "../fit.js";
import { frameOf } from "./panel.js";
import { boxOf, plotted } from "./plot.js";

const coordinate = fc.double({ min: 1e-3, max: 1e8, noNaN: true });
const points = fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 9 });
const series = (label: string, all: readonly Point[]) => ({
  label,
  points: all,
  law: powerLaw(all),
  tail: tailLaw(all),
});
const plotOf = (...lines: (readonly Point[])[]) =>
  plotted({
    title: "Cost & growth",
    along: "things",
    caption: 'A "quick" look: sizes < 100',
    panels: [
      { title: "One", unit: "µs", series: lines.map((line, index) => series(`line ${index}`, line)) },
      { title: "Other", unit: "ms", series: lines.map((line, index) => series(`line ${index}`, line)) },
    ],
  });

test("a figure is well-formed, whatever was measured", () => {
  fc.assert(
    fc.property(fc.array(points, { maxLength: 4 }), (lines) => {
      expect(faultOf(plotOf(...lines))).toBeNull();
    }),
  );
});

test("every point, and every end of a fitted line, is inside the frame of its panel", () => {
  fc.assert(
    fc.property(fc.array(points, { minLength: 1, maxLength: 4 }), (lines) => {
      const drawn = linesIn(plotOf(...lines));
      drawn.forEach((line, index) => {
        const { left, top, width, height } = frameOf(boxOf(index < drawn.length / 2 ? 0 : 1));
        for (const [x = Number.NaN, y = Number.NaN] of line) {
          expect(x).toBeGreaterThanOrEqual(left - 0.1);
          expect(x).toBeLessThanOrEqual(left + width + 0.1);
          expect(y).toBeGreaterThanOrEqual(top - 0.1);
          expect(y).toBeLessThanOrEqual(top + height + 0.1);
        }
      });
    }),
  );
});

test("each point is drawn, higher where there is more", () => {
  const [line = []] = linesIn(plotOf([1, 10, 100].map((x) => ({ x, y: x }))));
  expect(line).toHaveLength(3);
  expect(line[0]?.[1]).toBeGreaterThan(line[2]?.[1] ?? Number.NaN);
});

test("what has no place on a logarithmic axis is left out, and what was fitted is written", () => {
  const svg = plotOf([
    { x: 1, y: 5 },
    { x: 10, y: -1 },
    { x: 100, y: 500 },
    { x: 1_000, y: 5_000 },
    { x: 10_000, y: Number.NaN },
  ]);
  expect(linesIn(svg)[0]).toHaveLength(3);
  expect(svg).toContain("line 0: x^1.00 (R² 1.00)");
});

test("a series without points says so, and breaks nothing", () => {
  const svg = plotOf([]);
  expect(faultOf(svg)).toBeNull();
  expect(svg).toContain("line 0: not enough points");
});

test("who cannot see it hears what it shows, and texts are escaped", () => {
  const svg = plotOf([1, 10, 100].map((x) => ({ x, y: 3 * x })));
  expect(svg).toContain('<title id="title">Cost &amp; growth</title>');
  expect(svg).toMatch(/<desc id="desc">[^<]*line 0 grows with exponent 1\.00/);
  expect(svg).toContain("A &quot;quick&quot; look: sizes &lt; 100");
  expect(svg).toContain("prefers-color-scheme: dark");
});

/** The corners of each line of a figure, in the order in which they are drawn. */
function linesIn(svg: string): number[][][] {
  return [...svg.matchAll(/<polyline[^>]* points="([^"]*)"|<polyline points="([^"]*)"/g)]
    .map(([, one, other]) => one ?? other ?? "")
    .map((corners) =>
      corners === "" ? [] : corners.split(" ").map((corner) => corner.split(",").map(Number)),
    );
}

/** What is wrong with a text as XML: an element that is not closed, or closed twice, or a sign that must be escaped. Null where nothing is. */
function faultOf(xml: string): string | null {
  const open: string[] = [];
  const rest = xml
    .trim()
    .replace(/<(\/?)([a-z]+)((?: [A-Za-z0-9-]+="[^"<>]*")*)(\/?)>/g, (_, end, name, attributes, alone) => {
      if (end === "/" && (attributes !== "" || open.pop() !== name)) open.push(`/${name}`);
      if (end === "" && alone === "") open.push(name);
      return "";
    });
  if (open.length > 0) return `not closed: ${open.join(" ")}`;
  const loose = /[<>]|&(?!(?:amp|lt|gt|quot);)/.exec(rest);
  return loose ? `loose ${loose[0]} at ${rest.slice(loose.index, loose.index + 40)}` : null;
}

import { isPlaceable, type Point, type PowerLaw } from "../fit.js";
import { type LogScale, logScale, tickLabel } from "./log-scale.js";
import { marker } from "./marker.js";
import { element, text } from "./xml.js";

/** A line of a picture, with what was fitted to it. */
export interface Series {
  label: string;
  points: readonly Point[];
  law: PowerLaw | null;
  tail: PowerLaw | null;
}

export interface Panel {
  title: string;
  /** Of the vertical axis. */
  unit: string;
  series: readonly Series[];
}

/** A box, in units of the picture. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Around the frame of a panel: its title above, marks and their names to the left and below. */
const MARGIN = { left: 52, right: 14, top: 44, bottom: 40 };
const LEGEND_ROW = 17;
const MOST_SERIES = 4;
/** Noise is a few parts in ten: on a scale of a factor of 20 it does not look like a slope. */
const LEAST_SPAN = 20;

/** The box inside a panel in which its points are, above the legend. */
export function frameOf({ left, top, width, height }: Box): Box {
  return {
    left: left + MARGIN.left,
    top: top + MARGIN.top,
    width: width - MARGIN.left - MARGIN.right,
    height: height - MARGIN.top - MARGIN.bottom - MOST_SERIES * LEGEND_ROW,
  };
}

/** One picture of a figure: both axes logarithmic, each series as points with a line through them, and the law that fits it dashed. */
export function drawnPanel({ title, unit, series }: Panel, along: string, box: Box): string {
  const frame = frameOf(box);
  const shown = series.map((one) => ({ ...one, points: one.points.filter(isPlaceable) }));
  const points = shown.flatMap((one) => [...one.points, ...endsOf(one)]);
  const heading = [
    element("text", { x: box.left + 4, y: box.top + 16, class: "heading" }, text(title)),
    element("text", { x: box.left + 4, y: box.top + 34 }, text(unit)),
  ];
  const legend = shown.map((one, index) => drawnLegend(one, index, frame));
  if (points.length === 0) return element("g", {}, ...heading, ...legend);
  const scales = {
    x: logScale(points.map(({ x }) => x)),
    y: logScale(
      points.map(({ y }) => y),
      LEAST_SPAN,
    ),
  };
  const place = placeIn(frame, scales);
  return element(
    "g",
    {},
    ...heading,
    ...drawnGrid(frame, scales, along),
    ...shown.map((one, index) => drawnSeries(one, index, place)),
    ...legend,
  );
}

type Place = (point: Point) => Point;

function placeIn({ left, top, width, height }: Box, { x, y }: { x: LogScale; y: LogScale }): Place {
  return (point) => ({ x: left + x.at(point.x) * width, y: top + (1 - y.at(point.y)) * height });
}

function drawnGrid({ left, top, width, height }: Box, { x, y }: { x: LogScale; y: LogScale }, along: string) {
  const bottom = top + height;
  return [
    ...y.ticks.flatMap((tick) => {
      const at = top + (1 - y.at(tick)) * height;
      return [
        element("line", { class: "grid", x1: left, x2: left + width, y1: at, y2: at }),
        element("text", { x: left - 6, y: at + 4, "text-anchor": "end" }, text(tickLabel(tick))),
      ];
    }),
    ...x.ticks.flatMap((tick) => {
      const at = left + x.at(tick) * width;
      return [
        element("line", { class: "grid", x1: at, x2: at, y1: top, y2: bottom }),
        element("text", { x: at, y: bottom + 15, "text-anchor": "middle" }, text(tickLabel(tick))),
      ];
    }),
    element("text", { x: left + width / 2, y: bottom + 31, "text-anchor": "middle" }, text(along)),
  ];
}

function drawnSeries(series: Series, index: number, place: Place): string {
  const line = (points: readonly Point[]): string =>
    points
      .map(place)
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(" ");
  const ends = endsOf(series);
  return element(
    "g",
    { class: `series s${index}` },
    element("polyline", { points: line(series.points) }),
    ...(ends.length === 0 ? [] : [element("polyline", { class: "law", points: line(ends) })]),
    ...series.points.map((point) => marker(index, place(point))),
  );
}

/** Where the fitted law is at the least and at the largest size; nothing where it is too steep to be drawn. */
function endsOf({ points, law }: Series): Point[] {
  if (!law) return [];
  const sizes = points.filter(isPlaceable).map(({ x }) => x);
  const ends = [Math.min(...sizes), Math.max(...sizes)].map((x) => ({
    x,
    y: law.factor * x ** law.exponent,
  }));
  return ends.every(isPlaceable) ? ends : [];
}

function drawnLegend(series: Series, index: number, { left, top, height }: Box): string {
  const y = top + height + MARGIN.bottom + index * LEGEND_ROW + 8;
  return element(
    "g",
    { class: `series s${index}` },
    marker(index, { x: left - 40, y: y - 4 }),
    element("text", { x: left - 28, y }, text(`${series.label}${lawsOf(series)}`)),
  );
}

function lawsOf({ law, tail }: Series): string {
  if (!law) return ": not enough points";
  const end = tail && tail.points < law.points ? `, at the end x^${tail.exponent.toFixed(2)}` : "";
  return `: x^${law.exponent.toFixed(2)} (R² ${law.r2.toFixed(2)})${end}`;
}

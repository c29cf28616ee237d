import type { Point } from "../fit.js";
import { element } from "./xml.js";

const SIZE = 4;

const shapes: readonly ((at: Point) => string)[] = [
  ({ x, y }) => element("circle", { cx: x, cy: y, r: SIZE }),
  ({ x, y }) => element("rect", { x: x - SIZE, y: y - SIZE, width: 2 * SIZE, height: 2 * SIZE }),
  (at) => polygon(at, [0, -1.3, 1.3, 1, -1.3, 1]),
  (at) => polygon(at, [0, -1.5, 1.5, 0, 0, 1.5, -1.5, 0]),
];

/** The sign of one of several series: told apart by its shape too, for those who see colours alike. */
export function marker(series: number, at: Point): string {
  return shapes[series % shapes.length]?.(at) ?? "";
}

function polygon({ x, y }: Point, corners: readonly number[]): string {
  const points: string[] = [];
  for (let index = 0; index < corners.length; index += 2)
    points.push(
      `${(x + SIZE * (corners[index] ?? 0)).toFixed(1)},${(y + SIZE * (corners[index + 1] ?? 0)).toFixed(1)}`,
    );
  return element("polygon", { points: points.join(" ") });
}

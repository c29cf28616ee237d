import {
  CANVAS,
  type Colour,
  type Point,
  type Stroke,
  unpackPoints,
} from "@rejoin/rules/games/draw-and-guess/ink";

/** The colours of the pens. The paper is the same in both themes: a picture must look the same to everybody. */
export const INKS: Readonly<Record<Colour, string>> = {
  black: "#1b1b22",
  grey: "#878a96",
  white: "#fffdf8",
  red: "#d92b2b",
  orange: "#ef8114",
  yellow: "#f6cb1c",
  green: "#2c9a45",
  blue: "#2d62d6",
  purple: "#7d3fc4",
  pink: "#ef7fb4",
  brown: "#80512b",
};

/** A stroke that is being drawn, with its points as they are. */
export interface LiveStroke extends Pick<Stroke, "colour" | "width"> {
  points: readonly Point[];
}

/** Strokes that were painted once: they do not change, and a picture is painted again with each new one. */
const paths = new WeakMap<Stroke, Path2D>();

/** Paints a whole picture. @param size of the canvas, in its own pixels */
export function paint(
  context: CanvasRenderingContext2D,
  size: number,
  strokes: readonly Stroke[],
  live: LiveStroke | null,
): void {
  context.setTransform(size / CANVAS, 0, 0, size / CANVAS, 0, 0);
  context.clearRect(0, 0, CANVAS, CANVAS);
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const stroke of strokes) draw(context, stroke, pathOf(stroke));
  if (live) draw(context, live, smooth(live.points));
}

function draw(
  context: CanvasRenderingContext2D,
  { colour, width }: Omit<LiveStroke, "points">,
  path: Path2D,
) {
  context.strokeStyle = INKS[colour];
  context.lineWidth = width;
  context.stroke(path);
}

function pathOf(stroke: Stroke): Path2D {
  const known = paths.get(stroke);
  if (known) return known;
  const path = smooth(unpackPoints(stroke.points));
  paths.set(stroke, path);
  return path;
}

/** A line through points that has no corners: it bends at each point, and passes half way between them. */
function smooth(points: readonly Point[]): Path2D {
  const path = new Path2D();
  const [first, ...rest] = points;
  if (!first) return path;
  path.moveTo(...first);
  rest.slice(0, -1).forEach(([x, y], index) => {
    const [nextX, nextY] = rest[index + 1] ?? [x, y];
    path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  });
  // A line of no length is not painted, and a dot is one.
  const [x, y] = rest.at(-1) ?? [first[0] + 0.01, first[1]];
  path.lineTo(x, y);
  return path;
}

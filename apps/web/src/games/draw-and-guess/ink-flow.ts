import type { Json } from "@rejoin/protocol";
import {
  type Colour,
  MOST_IN_A_MOVE,
  type Point,
  packPoints,
  type Width,
} from "@rejoin/rules/games/draw-and-guess/ink";
import type { LiveStroke } from "./paint";

/** A stroke is sent in pieces of so many milliseconds while it is drawn, so that the others see it grow. */
const PIECE_MS = 200;

/** Points that are nearer than this to the last one add nothing that one could see, in units of the canvas. */
const STEP = 2;

const MOST_POINTS = MOST_IN_A_MOVE / 3;

/** One stroke under the pen, on its way to the others. */
export class InkFlow {
  readonly stroke: LiveStroke & { points: Point[] };
  readonly #send: (move: Json) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #sent = 0;

  /** @param send gives a move to the table */
  constructor(pen: { colour: Colour; width: Width }, first: Point, send: (move: Json) => void) {
    this.stroke = { ...pen, points: [first] };
    this.#send = send;
    this.#timer = setInterval(() => this.#flush(), PIECE_MS);
  }

  /** The pen is moved there. */
  add(point: Point): void {
    const { points } = this.stroke;
    const last = points.at(-1);
    if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < STEP) return;
    points.push(point);
    if (points.length - this.#sent >= MOST_POINTS) this.#flush();
  }

  /** The pen is lifted. */
  end(): void {
    clearInterval(this.#timer);
    this.#flush();
  }

  /** The pen is taken away: what was not sent yet is let go. */
  drop(): void {
    clearInterval(this.#timer);
  }

  #flush(): void {
    const points = packPoints(this.stroke.points.slice(this.#sent));
    if (points === "") return;
    const { colour, width } = this.stroke;
    const goesOn = this.#sent > 0;
    this.#sent = this.stroke.points.length;
    this.#send({ type: "stroke", colour, width, points, ...(goesOn && { goesOn }) });
  }
}

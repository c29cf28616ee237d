import type { Json } from "@rejoin/protocol";
import { MOST_IN_A_MOVE, type Point, unpackPoints } from "@rejoin/rules/games/draw-and-guess/ink";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { InkFlow } from "./ink-flow";

const PEN = { colour: "red", width: 6 } as const;
type Piece = { points: string; goesOn?: boolean; colour: string; width: number };

function flow(first: Point = [0, 0]): { ink: InkFlow; sent: Piece[] } {
  const sent: Piece[] = [];
  return { ink: new InkFlow(PEN, first, (move: Json) => sent.push(move as unknown as Piece)), sent };
}

describe("a stroke on its way to the others", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is a dot where the pen was only put down", () => {
    const { ink, sent } = flow([5, 7]);
    ink.end();
    expect(sent.map(({ points }) => unpackPoints(points))).toEqual([[[5, 7]]]);
  });

  it("comes in pieces while it is drawn, each of which goes on with the last one", () => {
    const { ink, sent } = flow();
    ink.add([10, 0]);
    vi.advanceTimersByTime(250);
    ink.add([20, 0]);
    ink.end();
    expect(sent).toMatchObject([PEN, { ...PEN, goesOn: true }]);
    expect(sent[0]).not.toHaveProperty("goesOn");
    expect(sent.flatMap(({ points }) => unpackPoints(points))).toEqual([
      [0, 0],
      [10, 0],
      [20, 0],
    ]);
  });

  it("sends nothing while the pen rests", () => {
    const { ink, sent } = flow();
    vi.advanceTimersByTime(5_000);
    expect(sent).toHaveLength(1);
    ink.end();
    expect(sent).toHaveLength(1);
  });

  it("sends nothing any more once the pen is taken away", () => {
    const { ink, sent } = flow();
    ink.drop();
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([]);
  });

  it("never sends more in a move than the rules take, and leaves out what nobody could see", () => {
    const { ink, sent } = flow();
    for (let step = 0; step < 4_000; step++) ink.add([(step * 1.5) % 500, step % 500]);
    ink.end();
    expect(Math.max(...sent.map(({ points }) => points.length))).toBeLessThanOrEqual(MOST_IN_A_MOVE);
    expect(sent.length).toBeGreaterThan(2);
    const still = flow();
    for (let step = 0; step < 50; step++) still.ink.add([1, 1]);
    still.ink.end();
    expect(unpackPoints(still.sent[0]?.points ?? "")).toHaveLength(1);
  });
});

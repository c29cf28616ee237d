import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CANVAS, MOST_IN_A_MOVE, PACKED_POINTS, packPoints, unpackPoints } from "./ink.js";

const coordinate = fc.integer({ min: 0, max: CANVAS - 1 });

describe("ink", () => {
  it("comes out as it went in, three characters a point", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1 }), (points) => {
        const packed = packPoints(points);
        expect(packed).toMatch(PACKED_POINTS);
        expect(packed).toHaveLength(points.length * 3);
        expect(unpackPoints(packed)).toEqual(points);
      }),
    );
  });

  it("stays on the canvas, and on its grid", () => {
    expect(
      unpackPoints(
        packPoints([
          [-5, 1e9],
          [1.4, 1.6],
        ]),
      ),
    ).toEqual([
      [0, CANVAS - 1],
      [1, 2],
    ]);
  });

  it("is on the canvas whatever text it is read from", () => {
    fc.assert(
      fc.property(fc.stringMatching(PACKED_POINTS), (packed) => {
        for (const [x, y] of unpackPoints(packed))
          expect(x >= 0 && y >= 0 && x < CANVAS && y < CANVAS).toBe(true);
      }),
    );
  });

  it("has room in one move for some seconds of drawing", () => {
    expect(MOST_IN_A_MOVE / 3).toBeGreaterThanOrEqual(600);
  });
});

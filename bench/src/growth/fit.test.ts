import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { powerLaw, tailLaw } from "./fit.js";

const exponents = fc.double({ min: -2, max: 3, noNaN: true });
const factors = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
/** At least three different sizes, in any order. */
const sizes = fc.uniqueArray(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 3, maxLength: 12 });

describe("the fit of a power law", () => {
  test("recovers the exponent and the factor of any power law", () => {
    fc.assert(
      fc.property(exponents, factors, sizes, (exponent, factor, xs) => {
        const law = powerLaw(xs.map((x) => ({ x, y: factor * x ** exponent })));
        expect(law?.exponent).toBeCloseTo(exponent, 6);
        expect(Math.log(law?.factor ?? 0)).toBeCloseTo(Math.log(factor), 5);
        expect(law?.error).toBeCloseTo(0, 6);
        expect(law?.points).toBe(xs.length);
      }),
    );
  });

  test("of what was measured with some noise is wrong by no more than the noise allows", () => {
    const steps = [1, 10, 100, 1_000, 10_000];
    const noise = fc.array(fc.double({ min: 0.9, max: 1.1, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(exponents, noise, (exponent, off) => {
        const law = powerLaw(steps.map((x, index) => ({ x, y: 7 * x ** exponent * (off[index] ?? 1) })));
        expect(Math.abs((law?.exponent ?? Number.NaN) - exponent)).toBeLessThan(0.04);
      }),
    );
  });

  test("does not depend on the unit of either", () => {
    const points = [1, 3, 10, 30].map((x) => ({ x, y: 5 + 2 * x }));
    const scaled = points.map(({ x, y }) => ({ x: x * 1_024, y: y / 1_000 }));
    expect(powerLaw(scaled)?.exponent).toBeCloseTo(powerLaw(points)?.exponent ?? Number.NaN, 9);
    expect(powerLaw(scaled)?.r2).toBeCloseTo(powerLaw(points)?.r2 ?? Number.NaN, 9);
  });

  test("leaves out what has no logarithm", () => {
    const law = powerLaw([
      { x: 1, y: 2 },
      { x: 10, y: Number.NaN },
      { x: 100, y: 0 },
      { x: 1_000, y: 2_000 },
      { x: 10_000, y: 20_000 },
    ]);
    expect(law?.points).toBe(3);
    expect(law?.exponent).toBeCloseTo(1, 9);
  });

  test.each([
    ["nothing", []],
    [
      "two points",
      [
        { x: 3, y: 4 },
        { x: 5, y: 6 },
      ],
    ],
    [
      "one size",
      [
        { x: 3, y: 4 },
        { x: 3, y: 5 },
      ],
    ],
  ])("of %s there is none", (_, points) => {
    expect(powerLaw(points)).toBeNull();
  });

  test("of what is the same everywhere is flat, and explains all of it", () => {
    const law = powerLaw([1, 10, 100].map((x) => ({ x, y: 3 })));
    expect(law?.exponent).toBeCloseTo(0, 12);
    expect(law?.r2).toBeCloseTo(1, 12);
  });
});

test("how a fixed part with a part for each ends is seen at the end", () => {
  const points = [1, 10, 100, 1_000, 10_000, 100_000].map((x) => ({ x, y: 200 + x }));
  expect(powerLaw(points)?.exponent).toBeLessThan(0.7);
  expect(tailLaw(points)?.exponent).toBeGreaterThan(0.9);
  expect(tailLaw(points.toReversed())?.exponent).toBeGreaterThan(0.9);
});

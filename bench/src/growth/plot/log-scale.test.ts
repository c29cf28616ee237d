import fc from "fast-check";
import { expect, test } from "vitest";
import { logScale, tickLabel } from "./log-scale.js";

const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true });

test("every value has a place between the ends, in order, and the ends are marked", () => {
  fc.assert(
    fc.property(fc.array(positive, { minLength: 1, maxLength: 9 }), (values) => {
      const scale = logScale(values);
      const places = values.toSorted((one, other) => one - other).map(scale.at);
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(-1e-9);
        expect(place).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(scale.ticks.length).toBeGreaterThanOrEqual(2);
      expect([scale.ticks[0], scale.ticks.at(-1)]).toEqual([scale.least, scale.most]);
    }),
  );
});

test.each([
  [
    [3, 40_000],
    [1, 10, 100, 1_000, 10_000, 100_000],
  ],
  [
    [1, 10_000],
    [1, 10, 100, 1_000, 10_000],
  ],
  [
    [0.3, 0.9],
    [0.2, 0.5, 1],
  ],
  [[7], [5, 10]],
  [[10], [10, 20]],
])("the marks of %j", (values, ticks) => {
  expect(logScale(values).ticks).toEqual(ticks);
});

test("what is nearly flat is shown on a scale on which it looks flat", () => {
  const scale = logScale([90, 110], 10);
  expect(scale.most / scale.least).toBeGreaterThanOrEqual(10);
  expect(scale.at(110) - scale.at(90)).toBeLessThan(0.1);
  expect(scale.at(100)).toBeGreaterThan(0.3);
  expect(scale.at(100)).toBeLessThan(0.7);
});

test.each([
  [0.02, "0.02"],
  [50, "50"],
  [10_000, "10k"],
  [2_000_000, "2M"],
])("%d is written %s", (value, text) => {
  expect(tickLabel(value)).toBe(text);
});

import { describe, expect, test } from "vitest";
import { median, spreadOf } from "./statistics.js";

describe("the median", () => {
  test.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[10, 2, 4, 100], 7],
  ])("of %j is %d", (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });

  test("of nothing is not a number", () => {
    expect(median([])).toBeNaN();
  });
});

test("a spread tells the least, the middle and the most", () => {
  expect(spreadOf([4, 1, 9])).toEqual({ least: 1, median: 4, most: 9 });
  expect(spreadOf([]).most).toBeNaN();
});

import { expect, test } from "vitest";
import { sizesBetween } from "./sizes.js";

test.each([
  [1, 100, [1, 3, 10, 30, 100]],
  [2, 1_000, [2, 3, 10, 30, 100, 300, 1_000]],
  [100, 2_000, [100, 300, 1_000, 2_000]],
  [7, 7, [7]],
])("from %d to %d", (least, most, sizes) => {
  expect(sizesBetween(least, most)).toEqual(sizes);
});

import { expect, it } from "vitest";
import { SeededRandom } from "./seeded-random.js";

it("some draws different ones, so many or all there are, the same for the same seed", () => {
  const items = Array.from({ length: 20 }, (_, index) => index);
  for (const seed of [1, 2, 3]) {
    const drawn = new SeededRandom(seed).some(8, items);
    expect(new Set(drawn).size).toBe(8);
    expect(new SeededRandom(seed).some(8, items)).toEqual(drawn);
    expect(new SeededRandom(seed).some(99, items).sort((one, other) => one - other)).toEqual(items);
  }
  expect(new SeededRandom(1).some(0, items)).toEqual([]);
});

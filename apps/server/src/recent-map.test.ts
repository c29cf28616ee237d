import { expect, it } from "vitest";
import { RecentMap } from "./recent-map.js";

it("remembers at least so many, and at most twice as many", () => {
  const map = new RecentMap<number, string>(3);
  const known = (): number[] => Array.from({ length: 10 }, (_, key) => key).filter((key) => map.get(key));
  for (let key = 0; key < 6; key += 1) map.set(key, `value ${key}`);
  expect(known()).toEqual([0, 1, 2, 3, 4, 5]);
  map.set(6, "value 6");
  expect(known()).toEqual([3, 4, 5, 6]);
  map.set(4, "another");
  expect(map.get(4)).toBe("another");
});

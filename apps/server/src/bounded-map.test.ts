import { expect, it } from "vitest";
import { BoundedMap } from "./bounded-map.js";

it("forgets the oldest entry when there is one more than it may hold", () => {
  const map = new BoundedMap<string, number>(2).set("a", 1).set("b", 2);
  map.set("a", 11);
  expect([...map]).toEqual([
    ["a", 11],
    ["b", 2],
  ]);
  map.set("c", 3);
  expect([...map.keys()]).toEqual(["b", "c"]);
});

it("counts an entry as new that was deleted first", () => {
  const map = new BoundedMap<string, number>(2).set("a", 1).set("b", 2);
  map.delete("a");
  map.set("a", 1).set("c", 3);
  expect([...map.keys()]).toEqual(["a", "c"]);
});

import { describe, expect, it } from "vitest";
import { CATALOGUE, findEntry } from "./catalogue.js";
import { GAMES } from "./games.js";

describe("the catalogue", () => {
  it("says of every game what its rules say, in the same order", () => {
    expect(GAMES.map(({ id, name, rule, seats }) => ({ id, name, rule, seats }))).toEqual(CATALOGUE);
  });

  it("is looked up by id", () => {
    for (const entry of CATALOGUE) expect(findEntry(entry.id)).toBe(entry);
    expect(findEntry("constructor")).toBeUndefined();
  });
});

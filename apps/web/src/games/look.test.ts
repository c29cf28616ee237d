import { CATALOGUE, findGame } from "@rejoin/rules/room";
import { describe, expect, it } from "vitest";
import { gameGlyph } from "./glyphs";
import { gameLook } from "./registry";
import { loadRules } from "./rules";

describe.each(CATALOGUE.map(({ id }) => id))("%s on the page", (id) => {
  it("has rules, which are fetched with its first table", async () => {
    await loadRules(id);
    expect(findGame(id)?.id).toBe(id);
  });

  it("has a sign, without which no list offers it", () => expect(gameGlyph(id)).toBeDefined());

  it("has a board and words for its moves", () => expect(gameLook(id)).toBeDefined());
});

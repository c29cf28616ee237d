import { GAMES } from "@rejoin/rules";
import { describe, expect, it } from "vitest";
import { firstOptions } from "./game-options";
import { gameLook } from "./registry";

describe.each(GAMES.map((game) => [game.name, game] as const))("what one may choose about %s", (_, game) => {
  const fields = gameLook(game.id)?.options?.() ?? [];

  it("is at first what the rules take where nothing is chosen", () => {
    const chosen = game.options.parse(firstOptions(fields));
    expect(chosen).toEqual(game.options.parse({}));
  });

  it("is always something that the rules take", () => {
    for (const { key, choices } of fields)
      for (const { value } of choices)
        expect(game.options.parse({ [key]: value })).toMatchObject({ [key]: value });
  });

  it("has names that tell the choices apart", () => {
    for (const { choices } of fields)
      expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
  });
});

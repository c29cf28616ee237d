import { gameJson, LIMITS } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { describeRoomWith } from "../testing/room-properties.js";
import { GAMES } from "./games.js";
import { findGame, gameOf } from "./known-games.js";

describe("the games", () => {
  it("have names of their own", () => {
    expect(new Set(GAMES.map(({ id }) => id)).size).toBe(GAMES.length);
    for (const { id } of GAMES) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("are found by id, and by nothing else", () => {
    for (const game of GAMES) expect([findGame(game.id), gameOf(game.id)]).toEqual([game, game]);
    expect(findGame("constructor")).toBeUndefined();
    expect(() => gameOf("constructor")).toThrow("unknown game constructor");
  });

  it.each(GAMES)("$name fits at a table, needs no options, and can be played against a bot", (game) => {
    expect(game.seats.min).toBeGreaterThanOrEqual(1);
    expect(game.seats.max).toBeGreaterThanOrEqual(game.seats.min);
    expect(game.seats.max).toBeLessThanOrEqual(LIMITS.seats);
    expect(gameJson.safeParse(game.options.parse({})).success).toBe(true);
    expect(game.rule.length).toBeGreaterThan(0);
    expect(game.bot).toBeDefined();
  });
});

// One event a command, total and without side effects (GAME-1); the fold is the state (GAME-2); views commute with events
// (GAME-3); what is due comes at its time (GAME-4); one seat a player and always a host (GAME-5).
describe("GAME-1 GAME-2 GAME-3 GAME-4 GAME-5", () => {
  GAMES.forEach(describeRoomWith);
});

import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { AnyGame } from "../game.js";
import { expectFold, expectInvariants } from "./invariants.js";
import { LiveRoom, type Step } from "./live-room.js";
import { playBots, playToTheEnd } from "./play-to-the-end.js";
import { type Try, tries } from "./tries.js";

const RUNS = 100;
const TRIES = 80;

/** What must hold of a room with any game, whatever is tried in it. */
export function describeRoomWith(game: AnyGame): void {
  describe(`a room with ${game.name}`, () => {
    const seen = new Map<string, number>();
    const watch = (step: Step) => {
      seen.set(step.event.type, (seen.get(step.event.type) ?? 0) + 1);
      if (step.after.phase.kind === "finished") seen.set("finished", (seen.get("finished") ?? 0) + 1);
      expectInvariants(step);
    };

    it("holds together whatever anybody tries", () => {
      fc.assert(
        fc.property(
          fc.array(tries(game), { minLength: TRIES, maxLength: TRIES, size: "max" }),
          fc.constantFrom(undefined, { botAfterMs: 6_000 }),
          (all: Try[], quick) => {
            const room = new LiveRoom(game, watch, undefined, quick);
            for (const { on } of all) on(room);
            while (room.open.phase.kind !== "closed") room.doNextByItself();
            expectFold(room.log, room.open);
          },
        ),
        { numRuns: RUNS },
      );
    }, 60_000);

    it("comes to the end of every game that is played by its rules", () => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const room = playToTheEnd(game, seed, watch);
          expect(room.open.phase.kind).toBe("finished");
          expectFold(room.log, room.open);
        }),
        { numRuns: 20 },
      );
    }, 60_000);

    it("GAME-6 comes to the end of every game against bots, of which nobody plays in another's place", () => {
      if (!game.bot) return;
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const room = playBots(game, seed, watch);
          expect(room.open.phase.kind).toBe("finished");
          expectFold(room.log, room.open);
        }),
        { numRuns: 5 },
      );
    }, 60_000);

    // Tries that never came to anything would prove nothing.
    afterAll(() => {
      const expected = ["game-started", "moved", "finished", "resigned", "player-gone", "rematch-wanted"];
      if (game.bot) expected.push("bot-seated");
      expect(expected.filter((what) => !seen.has(what))).toEqual([]);
    });
  });
}

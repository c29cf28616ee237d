import { Coverage, drawPlan } from "@rejoin/testkit";
import { describe, expect, it } from "vitest";
import { gamesPlayed } from "./games-played.js";
import { pinned } from "./pinned.js";
import { describeFailure, explain, runSeed } from "./run-seed.js";
import { simulate } from "./simulate.js";

const SEEDS = 1_000;
const SHRINK_WITHIN_MS = 20_000;

/** What must have happened, or the seeds prove nothing. */
const MUST_HAVE_HAPPENED = [
  "append: conflict",
  "append: conflict with another epoch",
  "append: known",
  "append: conflict of what was due",
  "append: known of what was due",
  "command asked again and answered from the log",
  "bot moved",
  "catch-up while events were appended",
  "command that an outbox kept over a reload was accepted",
  "command of a page that is gone was given back",
  "connection cut by a packet",
  "crash: after-commit",
  "crash: before-commit",
  "database: answer lost",
  "database: done later",
  "database restored while servers were running",
  "database restored while servers were stopped",
  "event: bot-seated",
  "event: game-started",
  "event: moved",
  "event: player-dropped",
  "event: player-gone",
  "event: player-returned",
  "event: room-closed",
  "half-open connection noticed",
  "judged by a log that was trimmed",
  "open: known",
  "packet lost",
  "packet overtook another",
  "packet repeated",
  "players of a dead server taken over",
  "readers parked",
  "room was not in the copy that was restored",
  "room went back in time",
  "rooms above the limit of memory",
  "secret kept",
  "secret told",
  "server drained",
  "server refused: draining",
  "server refused: unavailable",
  "server state compared",
  "snapshot stored",
  "snapshot: behind-retention",
  "snapshot: epoch-changed",
  "snapshot: joined",
  "snapshot: too-far",
] as const;

/** A game of draw and guess mostly takes longer than a run does; it is played all the same. */
const endedInARun = [...new Set(gamesPlayed)].filter((game) => game !== "draw-and-guess");

describe("a world in which everything goes wrong", () => {
  it(`keeps every promise in ${SEEDS} runs (G1 to G11, G13)`, async () => {
    const coverage = new Coverage();
    for (let seed = 0; seed < SEEDS; seed++) {
      const outcome = await runSeed(seed);
      if (outcome.wrongs.length > 0)
        expect.fail(describeFailure(await explain(seed, outcome, SHRINK_WITHIN_MS)));
      coverage.add(outcome.coverage);
    }
    expect(MUST_HAVE_HAPPENED.filter((what) => coverage.of(what) === 0)).toEqual([]);
  }, 600_000);

  it.each(endedInARun)(
    "%s is played to its end",
    async (game) => {
      for (let seed = 0; seed < SEEDS; seed++) {
        const { wrongs, coverage } = await simulate(drawPlan({ seed, games: [game] }));
        expect(wrongs).toEqual([]);
        if (coverage[`finished: ${game}`]) return;
      }
      expect.fail(`it came to its end in none of ${SEEDS} runs`);
    },
    120_000,
  );

  it("happens in the same way each time", async () => {
    for (const seed of [3, 7, 11]) {
      const plan = drawPlan({ seed, games: gamesPlayed });
      const [once, again] = [await simulate(plan), await simulate(JSON.parse(JSON.stringify(plan)))];
      expect(again.moments).toBe(once.moments);
      expect(again.trace()).toBe(once.trace());
    }
  }, 60_000);

  it.each(pinned)(
    "does not find again: $broke",
    async ({ plan }) => {
      const { wrongs } = await simulate(plan);
      expect(wrongs).toEqual([]);
    },
    60_000,
  );
});

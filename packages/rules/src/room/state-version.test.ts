import { createHash } from "node:crypto";
import { type RecordedEvent, roomEvent } from "@rejoin/protocol";
import { expect, it } from "vitest";
import { GAMES } from "../games/games.js";
import {
  began,
  botSat,
  dropped,
  finished,
  gone,
  type Happening,
  opened,
  played,
  readied,
  record,
  resigned,
  returned,
  sat,
  stoodUp,
  wantedRematch,
} from "../testing/history.js";
import { alice, bob, carol, dave } from "../testing/people.js";
import { playToTheEnd } from "../testing/play-to-the-end.js";
import { evolve } from "./evolve.js";
import type { RoomState } from "./state.js";
import { STATE_VERSION } from "./state-version.js";

/** What logs came to when somebody last looked: of a room in which everything happens, and of games of each kind. */
const KNOWN = {
  version: 3,
  states: {
    everything: "48ebaa25e1f6cb22",
    "tic-tac-toe": "45984ecaf5687113",
    "connect-four": "1efaab6dfd91b688",
    chess: "99572b7899738d5e",
    "rock-paper-scissors": "f3619029aac4138e",
    "draw-and-guess": "b058267d589dc9a7",
  },
};

it("LOG-14 no log comes to another state unnoticed", () => {
  expect(
    { version: STATE_VERSION, states: states() },
    [
      "A log comes to another state than before. Servers keep states, and would go on from what the old rules made.",
      "Raise STATE_VERSION in state-version.ts, unless only the log itself is another one here (a game is new, or decides",
      "differently). Then write the new values into KNOWN. Logs that were trimmed have nothing but their snapshots: a new",
      "version needs a migration that rewrites those (docs/RETENTION.md).",
    ].join("\n"),
  ).toEqual(KNOWN);
});

it("LOG-14 everything that can happen is in what is looked at", () => {
  const types = roomEvent.def.options.flatMap(({ shape }) => shape.type.def.values);
  expect(new Set(everything().map(({ type }) => type))).toEqual(new Set(types));
});

function states(): Record<string, string> {
  const games = GAMES.map((game) => [
    game.id,
    fingerprint([1, 2, 3].map((seed) => playToTheEnd(game, seed).log)),
  ]);
  return { everything: fingerprint([record(everything())]), ...Object.fromEntries(games) };
}

/** A hash of every state that these logs go through. */
function fingerprint(logs: readonly (readonly RecordedEvent[])[]): string {
  const hash = createHash("sha256");
  for (const log of logs) {
    let state: RoomState | null = null;
    for (const event of log) {
      state = evolve(state, event);
      hash.update(JSON.stringify(state));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

function everything(): Happening[] {
  const by = alice.person;
  return [
    ...finished(),
    wantedRematch(alice),
    wantedRematch(bob),
    began(1),
    played(bob, 1, { cell: 4 }),
    dropped(alice, 0),
    returned(alice, 0),
    dropped(bob, 1),
    gone(bob, 1),
    resigned(alice, 0),
    { actor: alice.id, type: "said", data: { text: "Well played.", by } },
    { actor: alice.id, type: "reacted", data: { reaction: "👏", by } },
    { actor: alice.id, type: "invited", data: { player: carol.id, by } },
    { actor: alice.id, type: "invited", data: { player: dave.id, by } },
    { actor: dave.id, type: "declined", data: { by: dave.person } },
    { actor: alice.id, type: "kicked", data: { player: bob.id, seat: 1, by } },
    {
      actor: alice.id,
      type: "configured",
      data: { title: "Another", visibility: "private", options: {}, by },
    },
    sat(carol, 1),
    readied(carol),
    { actor: alice.id, type: "countdown-started", data: { by } },
    readied(carol, false),
    { actor: alice.id, type: "handed-over", data: { player: carol.id, by } },
    stoodUp(alice, 0),
    { actor: carol.id, type: "muted", data: { player: bob.id, muted: true, by: carol.person } },
    opened(bob, { game: "connect-four", quick: { botAfterMs: 6_000 } }),
    sat(bob, 0),
    botSat(1),
    { actor: bob.id, type: "room-closed", data: { reason: "host", by: bob.person } },
  ];
}

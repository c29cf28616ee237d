import { describe, it } from "vitest";
import { given } from "../../testing/given.js";
import {
  began,
  counting,
  finished,
  gone,
  opened,
  playing,
  readied,
  resigned,
  sat,
  seated,
  TIMING,
  wantedRematch,
} from "../../testing/history.js";
import { alice, bob, carol, dave, theRoom } from "../../testing/people.js";

const start = { type: "start" } as const;
const resign = { type: "resign" } as const;
const rematch = { type: "rematch" } as const;

describe("starting", () => {
  it("is the host's, whose own readiness is not asked for", () => {
    given(seated(), readied(bob))
      .when(alice, start)
      .then("countdown-started")
      .isDue({ type: "begin" }, TIMING.countdownMs);
    given(seated(), readied(alice)).when(bob, start).refused("not-host");
    given(seated()).when(carol, start).refused("not-host");
  });

  it("waits for everybody else who sits there", () =>
    given(seated()).when(alice, start).refused("not-ready"));

  it("needs enough people", () => {
    given(opened(alice), sat(alice, 0)).when(alice, start).refused("not-ready");
  });

  it("waits for everybody where the host only watches", () => {
    given(opened(dave), sat(alice, 0), sat(bob, 1), readied(alice), readied(bob, false))
      .when(dave, start)
      .refused("not-ready");
  });

  it("is refused when it was started", () => {
    given(counting()).when(alice, start).refused("wrong-phase");
    given(playing()).when(alice, start).refused("wrong-phase");
  });
});

describe("the end of the countdown", () => {
  it("GAME-4 begins the game, when it is due and not before", () => {
    given(counting())
      .when(theRoom, { type: "begin" }, TIMING.countdownMs - 1)
      .refused("wrong-phase");
    given(counting())
      .when(theRoom, { type: "begin" }, TIMING.countdownMs)
      .then("game-started", { setup: { players: [0, 1], first: 0 } })
      .leaves({ phase: { kind: "playing" }, rounds: 1, players: [alice.id, bob.id] });
  });

  it("asks for readiness again after the game", () => {
    given(playing()).leaves({ seats: [{ ready: false }, { ready: false }] });
  });

  it("comes once", () => {
    given(playing()).when(theRoom, { type: "begin" }, 10_000).refused("wrong-phase");
    given(seated()).when(theRoom, { type: "begin" }, 10_000).refused("wrong-phase");
  });
});

describe("moving", () => {
  const move = (cell: unknown) => ({ type: "move" as const, move: { cell } as { cell: number } });

  it("is recorded with the seat", () => {
    given(playing())
      .when(alice, move(4))
      .then("moved", { seat: 0, move: { cell: 4 } });
  });

  it("is for players, not for spectators", () => given(playing()).when(carol, move(4)).refused("not-seated"));

  it("is in turn", () => given(playing()).when(bob, move(4)).refused("not-your-turn"));

  it("is refused before the game and after it", () => {
    given(seated()).when(alice, move(4)).refused("wrong-phase");
    given(counting()).when(alice, move(4)).refused("wrong-phase");
    given(finished()).when(bob, move(8)).refused("wrong-phase");
  });

  it("GAME-9 is for the game that it names, and refused when that is over or has not begun", () => {
    const of = (round: number) => ({ ...move(8), round });
    given(playing())
      .when(alice, of(1))
      .then("moved", { seat: 0, move: { cell: 8 } });
    given(playing()).when(alice, of(2)).refused("wrong-phase");
    given(finished()).when(bob, of(1)).refused("game-over");
    given(seated()).when(alice, of(1)).refused("wrong-phase");
    const again = [...finished(), wantedRematch(alice), wantedRematch(bob)];
    given(again).when(bob, of(1)).refused("game-over");
    given(again, began(1)).when(bob, of(1)).refused("game-over");
    given(again, began(1))
      .when(bob, of(2))
      .then("moved", { seat: 1, move: { cell: 8 } });
    given(again, began(1), gone(alice, 0)).when(carol, of(1)).refused("game-over");
  });

  it("is refused as illegal when it is not a move of the game at all", () => {
    for (const cell of [9, -1, 1.5, "4", null, undefined, [4]]) {
      given(playing()).when(alice, move(cell)).refused("illegal-move");
    }
    for (const junk of [null, 4, "4", [], {}, { cell: 4, extra: 1 }, { column: 4 }]) {
      given(playing()).when(alice, { type: "move", move: junk }).refused("illegal-move");
    }
  });
});

describe("resigning", () => {
  it("gives the game to the other", () => {
    given(playing())
      .when(alice, resign)
      .then("resigned", { seat: 0 })
      .leaves({
        phase: { kind: "finished", outcome: { kind: "won", seats: [1] } },
        seats: [{ wins: 0 }, { wins: 1 }],
      });
  });

  it("does not wait for one's turn", () => {
    given(playing())
      .when(bob, resign)
      .accepted()
      .leaves({ phase: { outcome: { kind: "won", seats: [0] } } });
  });

  it("GAME-9 gives up the game that it names, and no later one", () => {
    const of = (round: number) => ({ ...resign, round });
    given(playing()).when(bob, of(1)).then("resigned", { seat: 1 });
    given(finished()).when(bob, of(1)).refused("game-over");
    given(finished(), wantedRematch(alice), wantedRematch(bob), began(1))
      .when(bob, of(1))
      .refused("game-over");
  });

  it("needs a game and a seat", () => {
    given(seated()).when(alice, resign).refused("wrong-phase");
    given(finished()).when(alice, resign).refused("wrong-phase");
    given(playing()).when(carol, resign).refused("not-seated");
  });
});

describe("a rematch", () => {
  it("starts when everybody has asked for it", () => {
    given(finished())
      .when(bob, rematch)
      .then("rematch-wanted")
      .leaves({ phase: { kind: "gathering" }, seats: [{ ready: false }, { ready: true }] })
      .when(alice, rematch)
      .then("rematch-wanted")
      .isDue({ type: "begin" }, TIMING.countdownMs);
  });

  it("may also be agreed to by being ready", () => {
    given(finished(), wantedRematch(bob))
      .when(alice, { type: "ready", ready: true })
      .accepted()
      .leaves({ phase: { kind: "countdown" } });
  });

  it("gives the first move to the other, and keeps count of wins", () => {
    const again = [...finished(), wantedRematch(alice), wantedRematch(bob)];
    given(again)
      .when(theRoom, { type: "begin" }, TIMING.countdownMs)
      .then("game-started", { setup: { players: [0, 1], first: 1 } })
      .leaves({ rounds: 2, board: { next: 1 }, seats: [{ wins: 1 }, { wins: 0 }] });
    given(again, began(1), resigned(alice, 0), wantedRematch(alice), wantedRematch(bob))
      .when(theRoom, { type: "begin" }, TIMING.countdownMs)
      .then("game-started", { setup: { players: [0, 1], first: 0 } });
  });

  it("frees the seats of those who are gone", () => {
    given(playing(), gone(bob, 1), resigned(alice, 0))
      .leaves({ seats: [{ player: alice.id }, { player: bob.id, wins: 1 }] })
      .when(alice, rematch)
      .accepted()
      .leaves({ phase: { kind: "gathering" }, seats: [{ player: alice.id, ready: true }, null] });
  });

  it("is for those who sit, after a game", () => {
    given(finished()).when(carol, rematch).refused("not-seated");
    given(seated()).when(alice, rematch).refused("wrong-phase");
    given(playing()).when(alice, rematch).refused("wrong-phase");
    given(finished(), wantedRematch(alice), wantedRematch(bob)).when(alice, rematch).refused("wrong-phase");
  });
});

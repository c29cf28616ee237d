import { describe, expect, it } from "vitest";
import { anyGame } from "../game.js";
import { GAMES } from "../games/games.js";
import { addGame } from "../games/known-games.js";
import { given } from "../testing/given.js";
import { type Happening, opened, readied, sat, stoodUp, TIMING } from "../testing/history.js";
import { alice, bob, carol, dave, theRoom } from "../testing/people.js";
import { describeRoomWith } from "../testing/room-properties.js";
import { REVEAL_MS, type SealedState, sealedNumbers } from "../testing/sealed-numbers.js";
import type { Viewer } from "./state.js";
import { view, viewState } from "./view.js";

addGame(anyGame(sealedNumbers));

const seatedThree = [
  opened(alice, { game: "sealed-numbers", seats: 3 }),
  sat(alice, 0),
  sat(bob, 1),
  sat(carol, 2),
];
const begin: Happening = { actor: "room", type: "game-started", data: { setup: { seats: [0, 1, 2] } } };
const table = [...seatedThree, readied(alice), readied(bob), readied(carol), begin];

function chose({ id, person }: typeof alice, seat: number, number: number): Happening {
  const secret = { knownTo: [id], shown: { chose: "sealed" } };
  return { actor: id, type: "moved", data: { seat, move: { chose: number }, secret, by: person } };
}

const choose = (number: number) => ({ type: "move" as const, move: { choose: number } });

function choices(room: ReturnType<typeof given>, viewer: Viewer): SealedState["choices"] {
  return (viewState(room.state, viewer).board as SealedState).choices;
}

describe("a secret", () => {
  const room = given(table, chose(alice, 0, 3), chose(bob, 1, 2));

  it("is seen by whoever holds it, and by nobody else", () => {
    expect(choices(room, alice.id)).toEqual([3, "sealed", null]);
    expect(choices(room, bob.id)).toEqual(["sealed", 2, null]);
    expect(choices(room, carol.id)).toEqual(["sealed", "sealed", null]);
    expect(choices(room, dave.id)).toEqual(["sealed", "sealed", null]);
    expect(choices(room, null)).toEqual(["sealed", "sealed", null]);
  });

  it("arrives with its number all the same", () => {
    const event = room.log.at(-1);
    if (!event) throw new Error("nothing happened");
    expect(view(event, bob.id)).toMatchObject({ seq: event.seq, data: { move: { chose: 2 } } });
    expect(view(event, alice.id)).toEqual({
      ...event,
      data: { seat: 1, move: { chose: "sealed" }, by: bob.person },
    });
  });

  it("stays one when its holder leaves, and is not handed to whoever sits down there", () => {
    const left = given(table, chose(alice, 0, 3), stoodUp(alice, 0));
    expect(choices(left, alice.id)).toEqual([3, null, null]);
    const over = given(table, chose(alice, 0, 3), stoodUp(alice, 0), stoodUp(bob, 1), sat(dave, 0));
    expect(over.state.seats[0]?.player).toBe(dave.id);
    expect(choices(over, dave.id)).toEqual(["sealed", null, null]);
    expect(choices(over, alice.id)).toEqual([3, null, null]);
  });
});

describe("a game's own clock", () => {
  it("moves when it is due, by nobody's hand", () => {
    given(table, chose(alice, 0, 3))
      .isDue({ type: "move-by-itself" }, REVEAL_MS)
      .when(theRoom, { type: "move-by-itself" }, REVEAL_MS - 1)
      .refused("wrong-phase");
    given(table, chose(alice, 0, 3))
      .when(theRoom, { type: "move-by-itself" }, REVEAL_MS)
      .then("moved", { seat: null, move: { revealed: [3, null, null] } })
      .leaves({ phase: { kind: "finished", outcome: { kind: "won", seats: [0] } } });
  });

  it("runs from the first choice, not from the last", () => {
    given(table, chose(alice, 0, 3))
      .when(bob, choose(3), 4_000)
      .accepted()
      .isDue({ type: "move-by-itself" }, 6_000);
  });

  it("cannot be turned by a player", () => {
    given(table, chose(alice, 0, 3))
      .when(bob, { type: "move", move: { reveal: true } }, 60_000)
      .refused("illegal-move");
    given(table, chose(alice, 0, 3))
      .when(bob, { type: "move-by-itself" }, 60_000)
      .refused("unknown-event");
  });
});

describe("a table that need not be full", () => {
  const two = [
    opened(alice, { game: "sealed-numbers", seats: 3 }),
    sat(alice, 0),
    sat(carol, 2),
    readied(carol),
  ];
  const started: Happening = { actor: alice.id, type: "countdown-started", data: { by: alice.person } };

  it("waits for the third until the host starts", () => {
    given(two, readied(alice))
      .leaves({ phase: { kind: "gathering" } })
      .when(alice, { type: "start" })
      .then("countdown-started")
      .when(theRoom, { type: "begin" }, TIMING.countdownMs)
      .then("game-started", { setup: { seats: [0, 2] } })
      .leaves({ players: [alice.id, null, carol.id] });
  });

  it("keeps the host's countdown when the host is ready too, and loses it when somebody no longer is", () => {
    given(two, started)
      .when(alice, { type: "ready", ready: true })
      .accepted()
      .leaves({ phase: { kind: "countdown" } });
    given(two, started)
      .when(carol, { type: "ready", ready: false })
      .accepted()
      .leaves({ phase: { kind: "gathering" } });
  });

  it("has its rematch when all who sit there have asked", () => {
    const setup: Happening = { actor: "room", type: "game-started", data: { setup: { seats: [0, 2] } } };
    const resigned: Happening = { actor: carol.id, type: "resigned", data: { seat: 2, by: carol.person } };
    given(two, started, setup, resigned)
      .when(carol, { type: "rematch" })
      .accepted()
      .leaves({ phase: { kind: "gathering" } })
      .when(alice, { type: "rematch" })
      .accepted()
      .leaves({ phase: { kind: "countdown" } });
  });

  it("plays on when one of three gives up, and ends with the second", () => {
    given(table)
      .when(bob, { type: "resign" })
      .accepted()
      .leaves({ phase: { kind: "playing" } })
      .when(alice, { type: "leave-seat" })
      .accepted()
      .leaves({
        phase: { kind: "finished", outcome: { kind: "won", seats: [2] } },
        seats: [null, {}, { wins: 1 }],
      });
  });
});

it("the game of the tests is not one that people can play", () => {
  expect(GAMES.map(({ id }) => id)).not.toContain("sealed-numbers");
});

describeRoomWith(anyGame(sealedNumbers));

import type { Json } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { given } from "../../testing/given.js";
import { opened, START, TIMING } from "../../testing/history.js";
import { alice, bob, theRoom } from "../../testing/people.js";
import type { OpenRoom } from "../decision.js";

const open: OpenRoom = {
  type: "open",
  code: "ABC234",
  title: "A table",
  game: "tic-tac-toe",
  visibility: "private",
  options: {},
  timing: TIMING,
};

describe("opening a room", () => {
  it("makes whoever opens it the host of an empty table for that game", () => {
    const { type, ...said } = open;
    given()
      .when(alice, open, 0)
      .then("room-created", { ...said, seats: 2, timing: { ...TIMING } } as Record<string, Json>)
      .leaves({
        phase: { kind: "gathering" },
        host: { id: alice.id, ...alice.person },
        seats: [null, null],
        board: null,
        rounds: 0,
        createdAt: START,
      });
  });

  it("happens once", () => given(opened(alice)).when(bob, open).refused("wrong-phase"));

  it("is refused for a game that nobody knows, whatever its name", () => {
    for (const game of ["go-fish", "", "constructor", "__proto__"]) {
      given()
        .when(alice, { ...open, game })
        .refused("unknown-game");
    }
  });

  it("is refused for options that the game does not have", () => {
    for (const options of [{ board: "huge" }, null, [], "x"]) {
      given()
        .when(alice, { ...open, options })
        .refused("invalid-options");
    }
  });

  it("is not for the room itself", () => given().when(theRoom, open).refused("unauthenticated"));

  it("comes before anything else", () => {
    given().when(alice, { type: "take-seat" }).refused("room-not-found");
    given().when(theRoom, { type: "begin" }).refused("room-not-found");
    expect(
      () => given([{ ...opened(alice), type: "rematch-wanted", data: { by: alice.person } }]).state,
    ).toThrow("begins with room-created");
  });
});

import { myRoom, roomSummary } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { given } from "../testing/given.js";
import { finished, type Happening, inTurn, opened, playing, sat, seated } from "../testing/history.js";
import { alice, bob, carol, dave } from "../testing/people.js";
import { isMine, mine, owners, summarize, toMove } from "./summary.js";

const ROOM = "99999999-0000-4000-8000-000000000000";

describe("a room's summary", () => {
  it("is what the lobby's schema lets through, with its seats and head", () => {
    const summary = summarize(ROOM, 2, given(opened(alice), sat(bob, 1)).state);
    expect(summary).toMatchObject({
      room: ROOM,
      head: 2,
      phase: "gathering",
      host: { id: alice.id, ...alice.person },
    });
    expect(summary.seats).toEqual([null, { id: bob.id, ...bob.person }]);
    expect(roomSummary.parse(summary)).toEqual(summary);
    expect(myRoom.parse(mine(summary, 1, true))).toEqual({ ...summary, seen: 1, yourTurn: true });
  });
});

describe("whose turn it is", () => {
  it("is told while a game is played, and nobody's otherwise", () => {
    expect(toMove(given(playing()).state)).toEqual([alice.id]);
    expect(toMove(given(playing(), inTurn({ cell: 0 })).state)).toEqual([bob.id]);
    expect(toMove(given(seated()).state)).toEqual([]);
    expect(toMove(given(finished()).state)).toEqual([]);
  });
});

describe("whose room it is", () => {
  const invited: Happening = { actor: bob.id, type: "invited", data: { player: carol.id, by: bob.person } };

  it("is the host's and the players', each once, and not theirs who are only invited", () => {
    const state = given(seated(), invited).state;
    expect(owners(state)).toEqual([alice.id, bob.id]);
    for (const { id } of [carol, dave]) expect(isMine(state, id)).toBe(false);
  });

  it("is nobody's once it is closed", () => {
    const closed: Happening = { actor: "room", type: "room-closed", data: { reason: "abandoned" } };
    expect(owners(given(seated(), invited, closed).state)).toEqual([]);
  });
});

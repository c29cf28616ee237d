import { describe, it } from "vitest";
import { given } from "../../testing/given.js";
import {
  counting,
  dropped,
  finished,
  gone,
  opened,
  playing,
  returned,
  START,
  sat,
  seated,
  TIMING,
} from "../../testing/history.js";
import { alice, bob, carol, theRoom } from "../../testing/people.js";
import type { RoomOwnCommand } from "../decision.js";

const drop = (player: string) => ({ type: "drop" as const, player });
const back = (player: string) => ({ type: "return" as const, player });
const giveUp = (player: string) => ({ type: "give-up" as const, player });

describe("losing the connection", () => {
  it("holds the seat for a while", () => {
    const now = given(seated()).state.lastAt + 1_000;
    given(seated())
      .when(theRoom, drop(bob.id))
      .then("player-dropped", { player: bob.id, seat: 1, until: now + TIMING.graceMs })
      .leaves({ seats: [{ presence: { kind: "here" } }, { presence: { kind: "dropped" } }] })
      .isDue(giveUp(bob.id), TIMING.graceMs);
  });

  it("is noticed once, and only of those who sit here", () => {
    given(seated(), dropped(bob, 1)).when(theRoom, drop(bob.id)).refused("not-seated");
    given(seated()).when(theRoom, drop(carol.id)).refused("not-seated");
  });

  it("changes neither the turn nor the game", () => {
    given(playing(), dropped(alice, 0)).leaves({ phase: { kind: "playing" }, board: { next: 0 } });
  });
});

describe("coming back", () => {
  it("within the time, it is as if nothing had been", () => {
    given(seated(), dropped(bob, 1))
      .when(theRoom, back(bob.id))
      .then("player-returned", { player: bob.id, seat: 1 })
      .leaves({ seats: [{}, { player: bob.id, presence: { kind: "here" } }] })
      .isDue({ type: "close-abandoned" }, TIMING.closeIdleMs);
  });

  it("in the middle of a game is never too late", () => {
    given(playing(), gone(bob, 1))
      .when(theRoom, back(bob.id))
      .then("player-returned", { player: bob.id, seat: 1 })
      .leaves({ seats: [{}, { presence: { kind: "here" } }] });
  });

  it("is noticed once, and only of those who sit here", () => {
    given(seated()).when(theRoom, back(bob.id)).refused("not-seated");
    given(seated()).when(theRoom, back(carol.id)).refused("not-seated");
  });
});

describe("not coming back", () => {
  it("frees the seat before a game, and calls a countdown off", () => {
    given(seated(), dropped(bob, 1))
      .when(theRoom, giveUp(bob.id), TIMING.graceMs)
      .then("player-gone", { player: bob.id, seat: 1 })
      .leaves({ seats: [{ player: alice.id }, null] });
    given(counting(), gone(bob, 1)).leaves({ phase: { kind: "gathering" }, seats: [{}, null] });
  });

  it("frees the seat after a game", () => {
    given(finished(), dropped(bob, 1, START))
      .when(theRoom, giveUp(bob.id))
      .accepted()
      .leaves({ phase: { kind: "finished" }, seats: [{ player: alice.id }, null] });
  });

  it("keeps the seat in the middle of a game, which waits", () => {
    given(playing(), dropped(bob, 1, START))
      .when(theRoom, giveUp(bob.id))
      .accepted()
      .leaves({ phase: { kind: "playing" }, seats: [{}, { player: bob.id, presence: { kind: "gone" } }] })
      .isDue({ type: "close-abandoned" }, TIMING.closeIdleMs);
  });

  it("passes the table on when it was the host's", () => {
    given(seated(), gone(alice, 0)).leaves({ host: { id: bob.id }, seats: [null, { player: bob.id }] });
    given(playing(), gone(alice, 0)).leaves({ host: { id: bob.id }, seats: [{ player: alice.id }, {}] });
  });

  it("is decided when the time is up and not before", () => {
    const cut = dropped(bob, 1, START + 10_000);
    given(seated(), cut).when(theRoom, giveUp(bob.id), 6_999).refused("wrong-phase");
    given(seated(), cut).when(theRoom, giveUp(bob.id), 7_000).accepted();
    given(seated(), cut, returned(bob, 1)).when(theRoom, giveUp(bob.id), 60_000).refused("wrong-phase");
  });

  it("is never decided of somebody else, though it is somebody's time", () => {
    const bothCut = [dropped(alice, 0, START + 5_000), dropped(bob, 1, START + 50_000)];
    given(seated(), bothCut).when(theRoom, giveUp(bob.id), 20_000).refused("wrong-phase");
    given(seated(), bothCut, returned(alice, 0))
      .when(theRoom, giveUp(alice.id), 90_000)
      .refused("wrong-phase");
  });
});

describe("an abandoned room", () => {
  it("closes when nobody sits there", () => {
    given(opened(alice))
      .isDue({ type: "close-abandoned" }, TIMING.closeEmptyMs)
      .when(theRoom, { type: "close-abandoned" }, TIMING.closeEmptyMs)
      .then("room-closed", { reason: "abandoned" })
      .leaves({ phase: { kind: "closed", reason: "abandoned" } });
  });

  it("closes when nothing happens", () => {
    given(opened(alice), sat(alice, 0))
      .isDue({ type: "close-abandoned" }, TIMING.closeIdleMs)
      .when(theRoom, { type: "close-abandoned" }, TIMING.closeIdleMs - 1)
      .refused("wrong-phase");
  });

  it("is not abandoned while people talk", () => {
    given(opened(alice))
      .when(bob, { type: "say", text: "Anybody?" }, TIMING.closeEmptyMs - 1)
      .accepted()
      .isDue({ type: "close-abandoned" }, TIMING.closeEmptyMs);
  });
});

describe("what a room does by itself", () => {
  const own: RoomOwnCommand[] = [
    { type: "begin" },
    { type: "move-by-itself" },
    drop(bob.id),
    back(bob.id),
    giveUp(bob.id),
    { type: "close-abandoned" },
  ];

  it("cannot be asked for by a player, not even when it is due", () => {
    for (const command of own) {
      given(counting()).when(alice, command, TIMING.closeIdleMs).refused("unknown-event");
      given(playing(), dropped(bob, 1)).when(alice, command, TIMING.closeIdleMs).refused("unknown-event");
    }
  });

  it("is nothing that players do", () => {
    given(playing())
      .when(theRoom, { type: "move", move: { cell: 0 } })
      .refused("unknown-event");
    given(seated()).when(theRoom, { type: "say", text: "Hello" }).refused("unknown-event");
    given(seated()).when(theRoom, { type: "close" }).refused("unknown-event");
  });

  it("is no move where the game has none of its own", () => {
    given(playing()).when(theRoom, { type: "move-by-itself" }, TIMING.closeIdleMs).refused("wrong-phase");
  });
});

import { describe, it } from "vitest";
import { given } from "../../testing/given.js";
import {
  botSat,
  counting,
  finished,
  type Happening,
  opened,
  playing,
  readied,
  sat,
  seated,
} from "../../testing/history.js";
import { alice, bob, carol, somebody } from "../../testing/people.js";

/** A table of a game that may have more or fewer seats. */
function handGame(seats: number): Happening[] {
  const game = "rock-paper-scissors";
  return [opened(alice, { game, seats }), sat(alice, 0), sat(bob, 1)];
}

describe("configuring the table", () => {
  it("changes what is named, and nothing else", () => {
    given(seated())
      .when(alice, { type: "configure", title: "Ours", visibility: "private" })
      .then("configured", { title: "Ours", visibility: "private" })
      .leaves({ title: "Ours", visibility: "private", options: {} })
      .when(alice, { type: "configure", options: {} })
      .then("configured", { options: {} })
      .leaves({ title: "Ours", visibility: "private" });
  });

  it("is the host's", () =>
    given(seated()).when(bob, { type: "configure", title: "Mine" }).refused("not-host"));

  it("changes something", () =>
    given(seated()).when(alice, { type: "configure" }).refused("invalid-message"));

  it("is before a game, or after one", () => {
    given(counting()).when(alice, { type: "configure", title: "Ours" }).refused("wrong-phase");
    given(playing()).when(alice, { type: "configure", title: "Ours" }).refused("wrong-phase");
    given(finished()).when(alice, { type: "configure", title: "Ours" }).then("configured", { title: "Ours" });
  });

  it("takes only options that the game has", () => {
    given(seated())
      .when(alice, { type: "configure", options: { size: 9 } })
      .refused("invalid-options");
  });

  it("CONFIGURE-1 adds free seats, and takes away free ones, as the game allows", () => {
    given(handGame(3), sat(carol, 2))
      .when(alice, { type: "configure", seats: 5 })
      .then("configured", { seats: 5 })
      .leaves({ seats: [{ player: alice.id }, { player: bob.id }, { player: carol.id }, null, null] })
      .when(alice, { type: "configure", seats: 3 })
      .accepted()
      .leaves({ seats: [{ player: alice.id }, { player: bob.id }, { player: carol.id }] })
      .when(alice, { type: "configure", seats: 2 })
      .refused("seat-taken");
    for (const seats of [1, 9])
      given(handGame(2)).when(alice, { type: "configure", seats }).refused("invalid-options");
    given(seated()).when(alice, { type: "configure", seats: 3 }).refused("invalid-options");
  });

  it("CONFIGURE-2 other options or seats take readiness back, and another title does not", () => {
    const isBobReady = (ready: boolean) => ({ seats: [{}, { player: bob.id, ready }] });
    const ready = [...handGame(2), readied(bob)];
    given(ready).when(alice, { type: "configure", title: "Ours" }).accepted().leaves(isBobReady(true));
    given(ready)
      .when(alice, { type: "configure", options: { rounds: 1 } })
      .accepted()
      .leaves(isBobReady(false));
    given(ready).when(alice, { type: "configure", seats: 2 }).accepted().leaves(isBobReady(false));
  });

  it("CONFIGURE-2 lets a bot stay ready, and who plays quickly", () => {
    given(opened(alice), sat(alice, 0), botSat(1))
      .when(alice, { type: "configure", options: {} })
      .accepted()
      .leaves({ seats: [{ ready: false }, { ready: true }] });
    given(opened(alice, { quick: { botAfterMs: 6_000 } }), sat(alice, 0))
      .when(alice, { type: "configure", options: {} })
      .accepted()
      .leaves({ seats: [{ ready: true }, null] });
  });
});

describe("kicking", () => {
  it("frees a seat, with a reason or without", () => {
    given(seated())
      .when(alice, { type: "kick", player: bob.id, reason: "away" })
      .then("kicked", { player: bob.id, seat: 1, reason: "away" })
      .leaves({ seats: [{ player: alice.id }, null] });
    given(finished())
      .when(alice, { type: "kick", player: bob.id })
      .then("kicked", { player: bob.id, seat: 1 });
  });

  it("calls the countdown off", () => {
    given(counting())
      .when(alice, { type: "kick", player: bob.id })
      .accepted()
      .leaves({ phase: { kind: "gathering" } });
  });

  it("is the host's, of others who sit here, not in the middle of a game", () => {
    given(seated()).when(bob, { type: "kick", player: alice.id }).refused("not-host");
    given(seated()).when(alice, { type: "kick", player: carol.id }).refused("no-such-player");
    given(seated()).when(alice, { type: "kick", player: alice.id }).refused("no-such-player");
    given(playing()).when(alice, { type: "kick", player: bob.id }).refused("wrong-phase");
  });
});

describe("handing over", () => {
  it("makes another player the host", () => {
    given(playing())
      .when(alice, { type: "hand-over", player: bob.id })
      .then("handed-over", { player: bob.id })
      .leaves({ host: { id: bob.id, ...bob.person } })
      .when(alice, { type: "close" })
      .refused("not-host");
  });

  it("is the host's, to somebody else who sits here", () => {
    given(seated()).when(bob, { type: "hand-over", player: bob.id }).refused("not-host");
    given(seated()).when(alice, { type: "hand-over", player: alice.id }).refused("no-such-player");
    given(seated())
      .when(alice, { type: "hand-over", player: somebody("Eve", 5).id })
      .refused("no-such-player");
  });
});

describe("closing", () => {
  it("is the host's, at any time, and for good", () => {
    for (const before of [[opened(alice)], seated(), counting(), playing(), finished()]) {
      given(before)
        .when(alice, { type: "close" })
        .then("room-closed", { reason: "host" })
        .leaves({ phase: { kind: "closed", reason: "host" } })
        .isDue(null);
    }
    given(seated()).when(bob, { type: "close" }).refused("not-host");
  });
});

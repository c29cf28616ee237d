import { describe, it } from "vitest";
import { given } from "../../testing/given.js";
import { counting, finished, type Happening, opened, playing, seated } from "../../testing/history.js";
import { alice, bob, carol, dave, somebody } from "../../testing/people.js";

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
});

describe("inviting", () => {
  const invite = (player: string) => ({ type: "invite" as const, player });

  it("is for the host and for players, not for spectators", () => {
    given(seated())
      .when(bob, invite(carol.id))
      .then("invited", { player: carol.id })
      .leaves({ invited: [carol.id] });
    given(opened(alice)).when(alice, invite(carol.id)).then("invited", { player: carol.id });
    given(seated()).when(dave, invite(carol.id)).refused("not-seated");
  });

  it("is not for those who sit here", () =>
    given(seated()).when(alice, invite(bob.id)).refused("already-seated"));

  it("remembers a person once", () => {
    const invited: Happening = {
      actor: alice.id,
      type: "invited",
      data: { player: carol.id, by: alice.person },
    };
    given(seated(), invited)
      .when(bob, invite(carol.id))
      .accepted()
      .leaves({ invited: [carol.id] });
  });

  it("ends at fifty people, for good", () => {
    const guests = Array.from({ length: 50 }, (_, index): Happening => {
      const player = `${String(index).padStart(8, "0")}-0000-4000-8000-000000000000`;
      return { actor: alice.id, type: "invited", data: { player, by: alice.person } };
    });
    given(seated(), guests).when(alice, invite(carol.id)).refused("too-many-invitations");
    given(seated(), guests).when(alice, invite("00000049-0000-4000-8000-000000000000")).accepted();
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

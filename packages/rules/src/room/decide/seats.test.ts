import { describe, expect, it } from "vitest";
import { given } from "../../testing/given.js";
import {
  counting,
  finished,
  gone,
  opened,
  playing,
  readied,
  resigned,
  sat,
  seated,
  stoodUp,
  TIMING,
} from "../../testing/history.js";
import { alice, bob, carol, dave } from "../../testing/people.js";

const takeSeat = (seat?: number) => ({ type: "take-seat" as const, ...(seat !== undefined && { seat }) });

describe("taking a seat", () => {
  it("is at the first free seat, unless another one is wanted", () => {
    given(opened(alice)).when(bob, takeSeat()).then("seat-taken", { seat: 0 });
    given(opened(alice)).when(bob, takeSeat(1)).then("seat-taken", { seat: 1 });
    given(opened(alice), sat(alice, 0)).when(bob, takeSeat()).then("seat-taken", { seat: 1 });
  });

  it("seats a person as they look now, not ready, with nothing won", () => {
    const seat = { player: bob.id, ...bob.person, ready: false, presence: { kind: "here" }, wins: 0 };
    given(opened(alice))
      .when(bob, takeSeat())
      .accepted()
      .leaves({ seats: [seat, null], host: { id: alice.id, ...alice.person } });
  });

  it("shows a person as they looked when they last did something, seat and host alike", () => {
    const renamed = { ...alice, person: { name: "Alice the Second", avatar: "new" } };
    given(opened(alice), sat(alice, 0))
      .when(renamed, { type: "say", text: "New name" })
      .accepted()
      .leaves({
        seats: [expect.objectContaining(renamed.person), null],
        host: { id: alice.id, ...renamed.person },
      });
  });

  it("is refused where somebody sits, where there is no seat, and at a full table", () => {
    given(opened(alice), sat(alice, 0)).when(bob, takeSeat(0)).refused("seat-taken");
    given(opened(alice)).when(bob, takeSeat(2)).refused("no-such-seat");
    given(seated()).when(carol, takeSeat()).refused("table-full");
    given(seated()).when(carol, takeSeat(0)).refused("table-full");
  });

  it("GAME-5 is refused to whoever has one", () => {
    given(opened(alice), sat(alice, 0)).when(alice, takeSeat(1)).refused("already-seated");
  });

  it("is refused while a game is played", () => {
    given(playing()).when(carol, takeSeat()).refused("table-full");
    const seatOfThree = [opened(alice, { seats: 3 }), sat(alice, 0), sat(bob, 1)];
    const started = { actor: alice.id, type: "countdown-started", data: { by: alice.person } } as const;
    given(seatOfThree, started).when(carol, takeSeat()).refused("wrong-phase");
  });

  it("begins the next gathering when a game is over", () => {
    given(finished(), stoodUp(bob, 1))
      .when(carol, takeSeat())
      .then("seat-taken", { seat: 1 })
      .leaves({ phase: { kind: "gathering" } });
  });

  it("may be in the seat of somebody who is gone, once the game is over", () => {
    given(playing(), gone(bob, 1)).when(carol, takeSeat(1)).refused("table-full");
    given(playing(), gone(bob, 1), resigned(alice, 0))
      .when(carol, takeSeat())
      .then("seat-taken", { seat: 1 })
      .leaves({ seats: [{ player: alice.id }, { player: carol.id }] });
  });
});

describe("leaving a seat", () => {
  it("frees it", () => {
    given(seated())
      .when(bob, { type: "leave-seat" })
      .then("seat-left", { seat: 1 })
      .leaves({
        seats: [{ player: alice.id }, null],
        phase: { kind: "gathering" },
      });
  });

  it("is refused to whoever has none", () =>
    given(seated()).when(carol, { type: "leave-seat" }).refused("not-seated"));

  it("calls the countdown off", () => {
    given(counting())
      .when(bob, { type: "leave-seat" })
      .accepted()
      .leaves({ phase: { kind: "gathering" } });
  });

  it("gives up a game that is played", () => {
    given(playing())
      .when(alice, { type: "leave-seat" })
      .then("seat-left", { seat: 0 })
      .leaves({
        phase: { kind: "finished", outcome: { kind: "won", seats: [1] } },
        seats: [null, { player: bob.id, wins: 1 }],
      });
  });

  it("changes nothing about a game that is over", () => {
    given(finished())
      .when(alice, { type: "leave-seat" })
      .accepted()
      .leaves({ phase: { kind: "finished", outcome: { kind: "won", seats: [0] } } });
  });
});

describe("when the host leaves", () => {
  const threeSeated = [opened(bob, { seats: 3 }), sat(alice, 0), sat(bob, 1), sat(carol, 2)];

  it("GAME-5 the next seat hosts, and after the last one the first", () => {
    given(threeSeated)
      .when(bob, { type: "leave-seat" })
      .accepted()
      .leaves({ host: { id: carol.id, ...carol.person } });
    given(threeSeated, stoodUp(bob, 1))
      .when(carol, { type: "leave-seat" })
      .accepted()
      .leaves({ host: { id: alice.id, ...alice.person } });
  });

  it("somebody who is there goes before somebody who was cut off", () => {
    const cut = {
      actor: "room",
      type: "player-dropped",
      data: { player: carol.id, seat: 2, until: 0 },
    } as const;
    given(threeSeated, cut)
      .when(bob, { type: "leave-seat" })
      .accepted()
      .leaves({ host: { id: alice.id } });
    given(opened(bob), sat(bob, 0), sat(carol, 1), { ...cut, data: { ...cut.data, seat: 1 } })
      .when(bob, { type: "leave-seat" })
      .accepted()
      .leaves({ host: { id: carol.id } });
  });

  it("and nobody else sits there, the host stays the host", () => {
    given(opened(alice), sat(alice, 0))
      .when(alice, { type: "leave-seat" })
      .accepted()
      .leaves({ host: { id: alice.id }, seats: [null, null] });
  });

  it("a host who never sat stays the host whoever leaves", () => {
    given(opened(dave), sat(alice, 0), sat(bob, 1))
      .when(alice, { type: "leave-seat" })
      .accepted()
      .leaves({ host: { id: dave.id } });
  });
});

describe("being ready", () => {
  const ready = (value: boolean) => ({ type: "ready" as const, ready: value });

  it("starts the countdown when every seat is taken and ready", () => {
    given(seated(), readied(alice))
      .leaves({ phase: { kind: "gathering" } })
      .when(bob, ready(true))
      .then("ready-changed", { ready: true })
      .isDue({ type: "begin" }, TIMING.countdownMs);
  });

  it("does not while a seat is free", () => {
    given(opened(alice), sat(alice, 0))
      .when(alice, ready(true))
      .accepted()
      .leaves({ phase: { kind: "gathering" } });
  });

  it("can be taken back, which calls the countdown off", () => {
    given(counting())
      .when(alice, ready(false))
      .then("ready-changed", { ready: false })
      .leaves({ phase: { kind: "gathering" }, seats: [{ ready: false }, { ready: true }] });
  });

  it("once more neither restarts the countdown nor calls it off", () => {
    const { phase } = given(counting()).state;
    given(counting()).when(alice, ready(true)).accepted().leaves({ phase });
    const byHost = { actor: alice.id, type: "countdown-started", data: { by: alice.person } } as const;
    const started = given(seated(), readied(bob), byHost);
    started.when(bob, ready(true)).accepted().leaves({ phase: started.state.phase });
  });

  it("is for those who sit, before a game", () => {
    given(seated()).when(carol, ready(true)).refused("not-seated");
    given(playing()).when(alice, ready(true)).refused("wrong-phase");
    given(finished()).when(alice, ready(true)).refused("wrong-phase");
  });
});

import { describe, expect, it } from "vitest";
import { given } from "../../testing/given.js";
import { type Happening, opened, sat, seated, stoodUp } from "../../testing/history.js";
import { alice, bob, carol, dave, type Somebody } from "../../testing/people.js";
import { isFor } from "../summary.js";

const MINUTE_MS = 60_000;

const invite = ({ id: player }: { id: string }) => ({ type: "invite" as const, player });

function invited(guest: { id: string }, by: Somebody = alice): Happening {
  return { actor: by.id, type: "invited", data: { player: guest.id, by: by.person } };
}

/** So many people whom nobody knows. */
function guests(count: number): { id: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${String(index).padStart(8, "0")}-0000-4000-8000-000000000000`,
  }));
}

const declined: Happening = { actor: carol.id, type: "declined", data: { by: carol.person } };
const by = (inviter: Somebody) => ({ id: inviter.id, ...inviter.person });

describe("inviting", () => {
  it("INVITE-1 is for the host and for players, of a public and of a private table, not for who watches", () => {
    for (const visibility of ["public", "private"] as const) {
      const table = [opened(alice, { visibility }), sat(bob, 1)];
      given(table).when(alice, invite(carol)).then("invited", { player: carol.id });
      given(table)
        .when(bob, invite(carol))
        .then("invited", { player: carol.id })
        .leaves({ invited: [{ player: carol.id, by: by(bob) }] });
      given(table).when(dave, invite(carol)).refused("not-seated");
    }
  });

  it("INVITE-1 is not for those who sit here, nor for oneself", () => {
    given(seated()).when(alice, invite(bob)).refused("already-seated");
    given(opened(alice)).when(alice, invite(alice)).refused("no-such-player");
  });

  it("INVITE-2 asks a person once, whoever asks, until they have answered", () => {
    given(seated(), invited(carol)).when(bob, invite(carol)).refused("already-invited");
    given(seated(), invited(carol), declined).when(bob, invite(carol)).refused("declined");
  });

  it("INVITE-3 ends when they sit down, and they may be invited again when they have left", () => {
    given(opened(alice), sat(alice, 0), invited(carol))
      .when(carol, { type: "take-seat" })
      .accepted()
      .leaves({ invited: [], declined: [] });
    given(opened(alice), sat(alice, 0), invited(carol), declined, sat(carol, 1), stoodUp(carol, 1))
      .when(alice, invite(carol))
      .accepted();
  });

  it("INVITE-3 ends when they decline, which is for those who are invited", () => {
    given(seated(), invited(carol))
      .when(carol, { type: "decline" })
      .then("declined")
      .leaves({ invited: [], declined: [carol.id] })
      .when(carol, { type: "decline" })
      .refused("not-invited");
    given(seated()).when(bob, { type: "decline" }).refused("not-invited");
  });

  it("INVITE-3 ends with the table", () => {
    given(seated(), invited(carol)).when(alice, { type: "close" }).accepted().leaves({ invited: [] });
  });

  it("INVITE-4 stops at ten people of one inviter in a minute", () => {
    const ten = guests(10).map((guest) => invited(guest));
    given(seated(), ten).when(alice, invite(carol)).refused("too-many-invitations");
    given(seated(), ten).when(bob, invite(carol)).accepted();
    given(seated(), ten).when(alice, invite(carol), MINUTE_MS).accepted();
  });

  it("INVITE-4 stops at fifty who have not answered", () => {
    const fifty = guests(50).map((guest) => invited(guest));
    given(seated(), fifty).when(alice, invite(carol), MINUTE_MS).refused("too-many-invitations");
  });

  it("INVITE-4 remembers a hundred who declined", () => {
    const answers = guests(101).flatMap((guest): Happening[] => [
      invited(guest),
      { actor: guest.id, type: "declined", data: { by: bob.person } },
    ]);
    const [first, second] = guests(2);
    if (!first || !second) throw new Error("two guests are needed");
    given(seated(), answers).when(alice, invite(first), MINUTE_MS).accepted();
    given(seated(), answers).when(alice, invite(second), MINUTE_MS).refused("declined");
  });

  it("GATE-4 makes the room theirs to enter, until they have declined", () => {
    expect(isFor(given(seated(), invited(carol)).state, carol.id)).toBe(true);
    expect(isFor(given(seated(), invited(carol), declined).state, carol.id)).toBe(false);
    expect(isFor(given(seated()).state, dave.id)).toBe(false);
  });
});

import { type Invitation, refuse } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { ALICE, OTHER_ROOM, ROOM } from "./testing/real-log.js";
import { Rig } from "./testing/rig.js";

function invitation(room: string): Invitation {
  const by = { id: ALICE, name: "Alice", avatar: "face" };
  return { room, code: "TABKE2", title: "A table", game: "chess", by, at: 0 };
}

const shown = (rig: Rig) => rig.client.invitations.get().map(({ room }) => room);

describe("invitations", () => {
  it("INVITE-5 are asked for while somebody wants them, once a connection, and again after each", () => {
    const rig = new Rig().connect();
    expect(rig.wire.now.all("me:join")).toHaveLength(0);
    rig.client.openInvitations();
    const letGo = rig.client.openInvitations();
    expect(rig.wire.now.all("me:join")).toHaveLength(1);
    rig.wire.now.last("me:join").answer({ ok: true, invitations: [invitation(ROOM)] });
    expect(shown(rig)).toEqual([ROOM]);
    letGo();
    letGo();
    rig.reconnect();
    expect(rig.wire.now.all("me:join")).toHaveLength(1);
    expect(shown(rig)).toEqual([ROOM]);
    rig.wire.now.last("me:join").answer({ ok: true, invitations: [] });
    expect(shown(rig)).toEqual([]);
  });

  it("INVITE-5 are replaced by what is told", () => {
    const rig = new Rig().connect();
    rig.client.openInvitations();
    rig.wire.now.last("me:join").answer({ ok: true, invitations: [invitation(ROOM)] });
    rig.wire.now.say("me:invitations", { invitations: [invitation(OTHER_ROOM), invitation(ROOM)] });
    expect(shown(rig)).toEqual([OTHER_ROOM, ROOM]);
    rig.wire.now.say("me:invitations", { invitations: [] });
    expect(shown(rig)).toEqual([]);
  });

  it("INVITE-5 are asked for again where the server could not tell", () => {
    const rig = new Rig().connect();
    rig.client.openInvitations();
    rig.wire.now.last("me:join").answer({ ok: false, refusal: refuse("unavailable", "Away.", 500) });
    rig.clock.advance(5_000);
    expect(rig.wire.now.all("me:join")).toHaveLength(2);
  });
});

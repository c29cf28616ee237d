import { refuse } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { CODE, ROOM } from "./testing/real-log.js";
import { Rig } from "./testing/rig.js";

const WANTED = { title: "A table", game: "tic-tac-toe", visibility: "public" } as const;

describe("opening a room", () => {
  it("CLIENT-4 is asked with one id until it is answered, over any number of connections (G3)", async () => {
    const rig = new Rig();
    const outcome = rig.client.createRoom(WANTED);
    rig.connect();
    rig.clock.advance(8_250);
    rig.reconnect();
    rig.wire.now.last("room:create").answer({ ok: false, refusal: refuse("draining", "Going away.") });
    rig.clock.advance(250);
    const asked = rig.wire.connections.flatMap((connection) => connection.all("room:create"));
    expect(asked.map(({ payload }) => payload)).toEqual(Array(4).fill({ ...WANTED, commandId: "command-1" }));
    rig.wire.now.last("room:create").answer({ ok: true, room: ROOM, code: CODE });
    expect(await outcome).toEqual({ ok: true, room: ROOM, code: CODE });
    rig.reconnect();
    expect(rig.wire.now.asked).toEqual([]);
  });

  it("CLIENT-4 is left to quick play in the same way", async () => {
    const rig = new Rig();
    const outcome = rig.client.quickPlay("chess");
    rig.connect();
    rig.reconnect();
    const asked = rig.wire.connections.flatMap((connection) => connection.all("lobby:quick-play"));
    expect(asked.map(({ payload }) => payload)).toEqual(
      Array(2).fill({ game: "chess", commandId: "command-1" }),
    );
    rig.wire.now.last("lobby:quick-play").answer({ ok: true, room: ROOM, code: CODE });
    expect(await outcome).toEqual({ ok: true, room: ROOM, code: CODE });
  });

  it("tells of a refusal", async () => {
    const rig = new Rig().connect();
    const outcome = rig.client.createRoom(WANTED);
    const refusal = refuse("unknown-game", "There is no such game.");
    rig.wire.now.last("room:create").answer({ ok: false, refusal });
    expect(await outcome).toEqual({ ok: false, refusal });
  });
});

describe("asking who is in the lobby", () => {
  it("tells who is, or that nobody answered", async () => {
    const rig = new Rig();
    expect(await rig.client.peopleInLobby()).toBeNull();
    rig.connect();
    const asked = rig.client.peopleInLobby();
    const carol = { id: ROOM, name: "Carol", avatar: "c" };
    rig.wire.now.last("lobby:people").answer({ ok: true, people: [carol] });
    expect(await asked).toEqual([carol]);
    void rig.client.peopleInLobby("  car ");
    expect(rig.wire.now.last("lobby:people").payload).toEqual({ name: "car" });
  });
});

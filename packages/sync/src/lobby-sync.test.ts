import type { MyRoom, RoomSummary } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { ALICE, OTHER_ROOM, ROOM } from "./testing/real-log.js";
import { Rig } from "./testing/rig.js";

function summary(room: string, head: number): RoomSummary {
  return {
    ...{ room, head, code: "TABKE2", title: `as of ${head}`, game: "tic-tac-toe", visibility: "public" },
    phase: "gathering",
    host: { id: ALICE, name: "Alice", avatar: "face" },
    seats: [null, null],
    createdAt: 0,
  };
}

function own(room: string, head: number, seen: number): MyRoom {
  return { ...summary(room, head), seen, yourTurn: false };
}

class Lobby extends Rig {
  readonly leave: () => void;

  constructor() {
    super();
    this.connect();
    this.leave = this.client.openLobby();
  }

  get view() {
    return this.client.lobby.get();
  }

  get versions() {
    return this.view.rooms.map(({ room, head }) => [room, head]);
  }

  answer(rooms: RoomSummary[], mine: MyRoom[] = []): this {
    this.wire.now.last("lobby:join").answer({ ok: true, rooms, mine });
    return this;
  }

  say(changed: RoomSummary[], removed: string[] = []): this {
    this.wire.now.say("lobby:rooms", { changed, removed });
    return this;
  }

  sayMine(changed: MyRoom[], removed: string[] = []): this {
    this.wire.now.say("me:rooms", { changed, removed });
    return this;
  }
}

describe("the lobby", () => {
  it("is loaded with the first answer, and current while connected", () => {
    const lobby = new Lobby();
    expect(lobby.view).toEqual({ current: false, loaded: false, rooms: [], mine: [] });
    lobby.answer([summary(ROOM, 3)], [own(ROOM, 3, 1)]);
    expect(lobby.view).toMatchObject({
      current: true,
      loaded: true,
      rooms: [{ head: 3 }],
      mine: [{ seen: 1 }],
    });
    lobby.wire.now.lose();
    expect(lobby.view).toMatchObject({ current: false, loaded: true, rooms: [{ head: 3 }] });
    lobby.clock.advance(5_000);
    lobby.wire.now.accept();
    lobby.answer([]);
    expect(lobby.view).toMatchObject({ current: true, rooms: [] });
  });

  it("puts the room with the latest event first", () => {
    const lobby = new Lobby().answer([summary(ROOM, 3), summary(OTHER_ROOM, 5)]);
    lobby.say([summary(OTHER_ROOM, 6)]);
    expect(lobby.versions).toEqual([
      [OTHER_ROOM, 6],
      [ROOM, 3],
    ]);
  });

  it("is not taken back by a late change (G9)", () => {
    const lobby = new Lobby().answer([summary(ROOM, 3)]);
    lobby.say([summary(ROOM, 5)]).say([summary(ROOM, 4)]);
    expect(lobby.versions).toEqual([[ROOM, 5]]);
  });

  it("does not bring back a removed room for a late or repeated change, and does for a newer one", () => {
    const lobby = new Lobby().answer([summary(ROOM, 3)]);
    lobby.say([], [ROOM]).say([summary(ROOM, 3)]);
    expect(lobby.versions).toEqual([]);
    lobby.say([summary(ROOM, 4)]);
    expect(lobby.versions).toEqual([[ROOM, 4]]);
  });

  it("keeps what was heard while the list was on its way", () => {
    const lobby = new Lobby();
    lobby.say([summary(ROOM, 4)], [OTHER_ROOM]);
    lobby.answer([summary(ROOM, 3), summary(OTHER_ROOM, 1)]);
    expect(lobby.versions).toEqual([[ROOM, 4]]);
  });

  it("takes a room of one's own that was seen further for newer at the same head", () => {
    const lobby = new Lobby().answer([], [own(ROOM, 9, 4)]);
    lobby.sayMine([own(ROOM, 9, 7)]).sayMine([own(ROOM, 9, 5)]);
    expect(lobby.view.mine).toMatchObject([{ head: 9, seen: 7 }]);
    lobby.sayMine([], [ROOM]);
    expect(lobby.view.mine).toEqual([]);
  });

  it("asks anew when checked, and stays current meanwhile", () => {
    const lobby = new Lobby().answer([summary(ROOM, 5)]);
    lobby.client.check();
    expect(lobby.wire.now.all("lobby:join")).toHaveLength(2);
    expect(lobby.view.current).toBe(true);
    lobby.answer([summary(ROOM, 4)]);
    expect(lobby.versions).toEqual([[ROOM, 5]]);
  });

  it("is left a moment after the last one lets go, unless somebody comes back", () => {
    const lobby = new Lobby().answer([]);
    const leaveToo = lobby.client.openLobby();
    lobby.leave();
    lobby.leave();
    lobby.clock.advance(2_000);
    expect(lobby.wire.now.all("lobby:leave")).toHaveLength(0);
    leaveToo();
    lobby.clock.advance(500);
    const leaveAgain = lobby.client.openLobby();
    lobby.clock.advance(2_000);
    expect(lobby.wire.now.all("lobby:leave")).toHaveLength(0);
    leaveAgain();
    lobby.clock.advance(1_000);
    expect(lobby.wire.now.all("lobby:leave")).toHaveLength(1);
    expect(lobby.view.current).toBe(false);
  });

  it("is not asked for while nobody wants it", () => {
    const rig = new Rig().connect();
    expect(rig.wire.now.asked).toEqual([]);
    rig.client.openLobby();
    expect(rig.wire.now.all("lobby:join")).toHaveLength(1);
  });
});

import type { MyRoom, RoomId, RoomSummary } from "@rejoin/protocol";
import { assertGapless, assertOneEffect, eventually, RawPlayer, readRoomLog } from "@rejoin/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  command,
  createRoom,
  join,
  type ServerUnderTest,
  startServer,
  talk,
} from "./testing/server-under-test.js";

/** How soon one server's players know what happened on another, in milliseconds: a beat, and what a busy machine adds. */
const SOON_MS = 4_000;

let one: ServerUnderTest;
let other: ServerUnderTest;
let third: ServerUnderTest;
let ada: RawPlayer;
let bob: RawPlayer;
let carol: RawPlayer;

beforeAll(async () => {
  const settings = { PRESENCE_LINGER_MS: "1000", COUNTDOWN_MS: "300" };
  one = await startServer(settings);
  other = await startServer(settings, one);
  third = await startServer(settings, one);
  [ada, bob, carol] = await Promise.all([one.player("Ada"), other.player("Bob"), third.player("Carol")]);
});
afterAll(async () => {
  for (const server of [third, other, one]) await server?.[Symbol.asyncDispose]();
});

const log = (room: RoomId) => readRoomLog(one.url, ada.session, room);
const typesIn = async (room: RoomId) => (await log(room)).events.map(({ type }) => type);

function soon<Seen>(what: string, look: () => Seen | Promise<Seen>, isSo: (seen: Seen) => boolean) {
  return eventually(what, look, isSo, SOON_MS);
}

/** Connects the same player to another server too. */
async function alsoAt(server: ServerUnderTest, player: RawPlayer): Promise<RawPlayer> {
  return RawPlayer.connect(server.url, player.session);
}

describe("a room on many servers", () => {
  it("MANY-1 everybody hears everything, in order, on whichever server they are", async () => {
    const { room, code } = await createRoom(ada);
    const players = [ada, bob, carol];
    for (const player of players) await join(player, code);
    await Promise.all(players.map((player) => talk(player, room, 40)));
    const { events } = await log(room);
    assertGapless({ epoch: "", events });
    assertOneEffect({ epoch: "", events });
    expect(events).toHaveLength(1 + 3 * 40);
    for (const player of players) {
      const heardUpTo = () => Math.max(0, ...player.all("room:heads").map(({ heads }) => heads[room] ?? 0));
      await soon("the beacon names the head", heardUpTo, (head) => head === events.length);
      await soon(
        "heard",
        () => player.state(room)?.seq,
        (seq) => seq === events.length,
      );
    }
  });

  it("MANY-1 what is heard on another server comes within two seconds of its commit, without any fan-out", async () => {
    const { room, code } = await createRoom(ada);
    for (const player of [ada, bob]) await join(player, code);
    const seq = await command(ada, room, { type: "say", text: "hello" });
    const committedAt = performance.now();
    await soon(
      "heard",
      () => bob.events(room).map((event) => event.seq),
      (seqs) => seqs.includes(seq),
    );
    // The beat is a second; the rest is for a machine that has other things to do.
    expect(performance.now() - committedAt).toBeLessThan(2_000);
  });

  it("DUE-6 of many servers that have the room awake, one does what is due, and all tell it", async () => {
    const { room, code } = await createRoom(ada);
    for (const player of [ada, bob, carol]) await join(player, code);
    for (const player of [ada, bob]) await command(player, room, { type: "take-seat" });
    for (const player of [ada, bob]) await command(player, room, { type: "ready" });
    for (const player of [ada, bob, carol])
      await soon(
        "the game starts",
        () => player.events(room).filter(({ type }) => type === "game-started"),
        (started) => started.length === 1,
      );
    expect((await typesIn(room)).filter((type) => type === "game-started")).toHaveLength(1);
  });
});

describe("presence on many servers", () => {
  /** Somebody at the same table who leaves now. When that is in the log, what was to be noticed before is there too. */
  async function somebodyLeaves(server: ServerUnderTest, room: RoomId): Promise<void> {
    const witness = await server.player("Witness");
    await command(witness, room, { type: "take-seat" });
    witness.disconnect();
    const dropped = async () =>
      (await log(room)).events.filter(
        ({ type, data }) => type === "player-dropped" && "player" in data && data.player === witness.id,
      );
    await soon("the witness is dropped", dropped, (events) => events.length === 1);
  }
  const about = async (room: RoomId, player: RawPlayer) =>
    (await log(room)).events.flatMap(({ type, data }) =>
      "player" in data && data.player === player.id ? [type] : [],
    );

  it("SEAT-2 who moves from one server to another has not left", async () => {
    const { room } = await createRoom(ada);
    const mover = await one.player("Mover");
    await command(mover, room, { type: "take-seat" });
    for (const server of [other, third, one, other, one]) {
      await mover.reconnect(server.url);
      await ask(mover, "lobby:join", {});
    }
    await somebodyLeaves(other, room);
    expect(await about(room, mover)).toEqual([]);
    mover.disconnect();
    await soon(
      "dropped",
      () => about(room, mover),
      (types) => types.at(-1) === "player-dropped",
    );
  });

  it("SEAT-3 a tab on another server is as good as one on the same", async () => {
    const { room } = await createRoom(ada);
    const dave = await one.player("Dave");
    const second = await alsoAt(other, dave);
    await command(dave, room, { type: "take-seat" });
    dave.disconnect();
    await somebodyLeaves(one, room);
    expect(await about(room, dave)).toEqual([]);
    second.disconnect();
    await soon(
      "dropped",
      () => about(room, dave),
      (types) => types.at(-1) === "player-dropped",
    );
    await dave.reconnect(third.url);
    await soon(
      "returned",
      () => about(room, dave),
      (types) => types.at(-1) === "player-returned",
    );
    dave.disconnect();
  });
});

describe("the lobby on many servers", () => {
  const told = (player: RawPlayer, room: RoomId): RoomSummary[] =>
    player.all("lobby:rooms").flatMap(({ changed }) => changed.filter((summary) => summary.room === room));
  const toldOfMine = (player: RawPlayer, room: RoomId): MyRoom[] =>
    player.all("me:rooms").flatMap(({ changed }) => changed.filter((mine) => mine.room === room));
  const removedFrom = (player: RawPlayer) => player.all("lobby:rooms").flatMap(({ removed }) => removed);
  const unread = (mine: readonly MyRoom[]) => {
    const last = mine.at(-1);
    return last && last.head - last.seen;
  };

  it("MANY-2 shows rooms of all servers, from their first event to their last, each change once", async () => {
    const watchers = await Promise.all([one.player("W"), other.player("W"), third.player("W")]);
    for (const watcher of watchers) await ask(watcher, "lobby:join", {});
    const { room } = await createRoom(ada, { title: "Over there" });
    for (const watcher of watchers)
      await soon(
        "new",
        () => told(watcher, room),
        (all) => all.at(-1)?.title === "Over there",
      );
    await command(bob, room, { type: "take-seat", seat: 1 });
    for (const watcher of watchers)
      await soon(
        "a seat",
        () => told(watcher, room),
        (all) => all.at(-1)?.seats[1]?.id === bob.id,
      );
    await command(ada, room, { type: "configure", visibility: "private", title: "Secret" });
    for (const watcher of watchers)
      await soon(
        "gone",
        () => removedFrom(watcher),
        (removed) => removed.includes(room),
      );
    await command(ada, room, { type: "configure", visibility: "public", title: "Again" });
    for (const watcher of watchers)
      await soon(
        "back",
        () => told(watcher, room),
        (all) => all.at(-1)?.title === "Again",
      );
    await command(ada, room, { type: "close" });
    for (const watcher of watchers) {
      await soon(
        "closed",
        () => removedFrom(watcher).filter((removed) => removed === room),
        (removed) => removed.length === 2,
      );
      const heads = told(watcher, room).map(({ head }) => head);
      expect(heads).toEqual([...new Set(heads)].sort((a, b) => a - b));
      expect(told(watcher, room).map(({ title }) => title)).not.toContain("Secret");
    }
    // Long enough for whatever would be repeated.
    const { room: sign } = await createRoom(carol, { title: "A sign" });
    for (const watcher of watchers) {
      await soon(
        "the sign",
        () => told(watcher, sign),
        (all) => all.length > 0,
      );
      expect(removedFrom(watcher).filter((removed) => removed === room)).toHaveLength(2);
      expect(told(watcher, sign)).toHaveLength(1);
    }
  });

  it("GATE-12 never names a private room of another server", async () => {
    const watcher = await other.player("W");
    await ask(watcher, "lobby:join", {});
    const { room, code } = await createRoom(ada, { visibility: "private", title: "Hush" });
    await command(ada, room, { type: "take-seat" });
    await command(ada, room, { type: "close" });
    const { room: sign } = await createRoom(ada);
    await soon(
      "the sign",
      () => told(watcher, sign),
      (all) => all.length > 0,
    );
    for (const secret of [room, code, "Hush"]) expect(JSON.stringify(watcher.heard)).not.toContain(secret);
  });

  it("MANY-2 your own rooms are current, whichever server they are alive on", async () => {
    const [host, guest] = [await one.player("Host"), await other.player("Guest")];
    await ask(guest, "lobby:join", {});
    const { room } = await createRoom(host);
    await command(host, room, { type: "take-seat" });
    const elsewhere = await alsoAt(third, guest);
    await command(elsewhere, room, { type: "take-seat" });
    await soon(
      "seated",
      () => toldOfMine(guest, room),
      (all) => all.length > 0,
    );
    const before = unread(toldOfMine(guest, room)) ?? 0;
    for (const text of ["one", "two", "three"]) await command(host, room, { type: "say", text });
    await soon(
      "unread",
      () => unread(toldOfMine(guest, room)),
      (count) => count === before + 3,
    );

    await join(elsewhere, room);
    const { seq = 0 } = (await log(room)).events.at(-1) ?? {};
    await ask(elsewhere, "room:seen", { room, seq });
    await soon(
      "all seen",
      () => unread(toldOfMine(guest, room)),
      (count) => count === 0,
    );

    for (const player of [elsewhere, host]) await command(player, room, { type: "ready" });
    await soon(
      "playing",
      () => toldOfMine(guest, room),
      (all) => all.at(-1)?.phase === "playing",
    );
    await command(host, room, { type: "move", move: { cell: 4 } });
    await soon(
      "your turn",
      () => toldOfMine(guest, room),
      (all) => all.at(-1)?.yourTurn === true,
    );
    await command(host, room, { type: "close" });
    const removed = () => guest.all("me:rooms").flatMap((news) => news.removed);
    await soon("closed", removed, (rooms) => rooms.includes(room));
    const versions = toldOfMine(guest, room).map(({ head, seen }) => `${head} ${seen}`);
    expect(versions).toEqual([...new Set(versions)]);
    elsewhere.disconnect();
  });
});

describe("sessions on many servers", () => {
  const call = (server: ServerUnderTest, method: string, { session }: RawPlayer, body?: object) =>
    fetch(`${server.url}/api/session`, {
      method,
      headers: { cookie: session.cookie, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });

  it("HTTP-10 a session that was ended on one server is cut on the others, and no other session", async () => {
    const [leaver, stays] = [await other.player("Leaver"), await other.player("Stays")];
    expect((await call(one, "DELETE", leaver)).status).toBe(204);
    await soon(
      "cut",
      () => leaver.isConnected,
      (connected) => !connected,
    );
    expect(stays.isConnected).toBe(true);
    expect((await call(other, "GET", leaver)).status).toBe(401);
    await expect(leaver.reconnect()).rejects.toMatchObject({ data: { code: "unauthenticated" } });
  });

  it("HTTP-9 a name that was changed on one server shows in what its player does on another", async () => {
    const renamed = await other.player("Before");
    const { room } = await createRoom(renamed);
    expect((await call(one, "PATCH", renamed, { name: "After" })).status).toBe(200);
    const says = async () => {
      await command(renamed, room, { type: "say", text: "who am I?" });
      const last = (await log(room)).events.at(-1);
      return last && "by" in last.data && last.data.by?.name;
    };
    await soon("the new name", says, (name) => name === "After");
  });
});

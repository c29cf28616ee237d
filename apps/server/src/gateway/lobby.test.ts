import type { MyRoom, RoomId, RoomSummary } from "@rejoin/protocol";
import { eventually, type RawPlayer } from "@rejoin/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  command,
  createRoom,
  join,
  type ServerUnderTest,
  startServer,
} from "../testing/server-under-test.js";

let server: ServerUnderTest;
let ada: RawPlayer;
let bob: RawPlayer;
let watcher: RawPlayer;

beforeAll(async () => {
  server = await startServer();
  [ada, bob, watcher] = await Promise.all([
    server.player("Ada"),
    server.player("Bob"),
    server.player("Watcher"),
  ]);
  await ask(watcher, "lobby:join", {});
});
afterAll(() => server[Symbol.asyncDispose]());

const heardOf = (player: RawPlayer, room: RoomId): RoomSummary[] =>
  player.all("lobby:rooms").flatMap(({ changed }) => changed.filter((one) => one.room === room));
const heardOfMine = (player: RawPlayer, room: RoomId): MyRoom[] =>
  player.all("me:rooms").flatMap(({ changed }) => changed.filter((one) => one.room === room));

function latest<Item>(what: string, find: () => Item[], isSo: (item: Item) => boolean): Promise<Item[]> {
  return eventually(what, find, (items) => items.length > 0 && isSo(items.at(-1) as Item));
}

describe("the directory", () => {
  it("GATE-11 shows a new public room at once, without anybody entering it", async () => {
    const { room, code } = await createRoom(ada, { title: "Brand new" });
    const [first] = await latest(
      "heard",
      () => heardOf(watcher, room),
      () => true,
    );
    expect(first).toEqual({
      room,
      code,
      title: "Brand new",
      game: "tic-tac-toe",
      visibility: "public",
      phase: "gathering",
      host: ada.session.player,
      seats: [null, null],
      head: 1,
      createdAt: expect.any(Number),
    });
    const late = await server.player("Late");
    const { rooms } = await ask(late, "lobby:join", {});
    expect(rooms.find((one) => one.room === room)).toEqual(first);
  });

  it("GATE-11 follows what lists show: seats, phase, title, and the end of a room", async () => {
    const { room } = await createRoom(ada);
    await command(bob, room, { type: "take-seat", seat: 1 });
    await latest(
      "a seat",
      () => heardOf(watcher, room),
      ({ seats }) => seats[1]?.id === bob.id,
    );
    await command(ada, room, { type: "configure", title: "Renamed" });
    await latest(
      "a title",
      () => heardOf(watcher, room),
      ({ title }) => title === "Renamed",
    );
    await command(ada, room, { type: "take-seat" });
    for (const player of [ada, bob]) await command(player, room, { type: "ready" });
    await latest(
      "a game",
      () => heardOf(watcher, room),
      ({ phase }) => phase === "playing",
    );
    const versions = heardOf(watcher, room).map(({ head }) => head);
    expect(versions).toEqual([...versions].sort((one, other) => one - other));
    await command(ada, room, { type: "close" });
    await eventually(
      "removed",
      () => watcher.all("lobby:rooms").flatMap(({ removed }) => removed),
      (removed) => removed.includes(room),
    );
    expect((await ask(watcher, "lobby:join", {})).rooms.map((one) => one.room)).not.toContain(room);
  });

  it("GATE-12 never names a private room to strangers, nor its id", async () => {
    const { room, code } = await createRoom(ada, { visibility: "private" });
    await join(ada, room);
    await command(ada, room, { type: "take-seat" });
    await command(ada, room, { type: "configure", title: "Secret table" });
    await command(ada, room, { type: "close" });
    // A later public room shows that everything before it was told.
    const { room: sign } = await createRoom(ada);
    await latest(
      "the sign",
      () => heardOf(watcher, sign),
      () => true,
    );
    const { rooms, mine } = await ask(watcher, "lobby:join", {});
    const heard = JSON.stringify([watcher.heard, rooms, mine]);
    for (const secret of [room, code, "Secret table"]) expect(heard).not.toContain(secret);
  });

  it("GATE-12 a room that becomes private leaves the directory, and comes back when it is public again", async () => {
    const { room } = await createRoom(ada);
    await latest(
      "heard",
      () => heardOf(watcher, room),
      () => true,
    );
    await command(ada, room, { type: "configure", visibility: "private", title: "Now secret" });
    await eventually(
      "removed",
      () => watcher.all("lobby:rooms").flatMap(({ removed }) => removed),
      (removed) => removed.includes(room),
    );
    expect(JSON.stringify(heardOf(watcher, room))).not.toContain("Now secret");
    await command(ada, room, { type: "configure", visibility: "public", title: "Open again" });
    await latest(
      "back",
      () => heardOf(watcher, room),
      ({ title }) => title === "Open again",
    );
  });

  it("GATE-11 whoever has left the lobby hears no more of it", async () => {
    const leaver = await server.player("Leaver");
    await ask(leaver, "lobby:join", {});
    await ask(leaver, "lobby:leave", {});
    const { room } = await createRoom(ada);
    await latest(
      "the others hear",
      () => heardOf(watcher, room),
      () => true,
    );
    await ask(leaver, "lobby:leave", {});
    expect(leaver.heard).toEqual([]);
  });
});

describe("my rooms", () => {
  it("GATE-13 a room is among mine when I host it or sit there, until I have left", async () => {
    await ask(bob, "lobby:join", {});
    const { room } = await createRoom(ada);
    const { room: other } = await createRoom(ada, { visibility: "private" });
    await command(ada, other, { type: "invite", player: bob.id });
    const mine = async (player: RawPlayer) =>
      (await ask(player, "lobby:join", {})).mine.map((one) => one.room);
    expect(await mine(ada)).toEqual(expect.arrayContaining([room, other]));
    expect(await mine(bob)).not.toContain(room);
    await command(bob, room, { type: "take-seat" });
    await latest(
      "mine",
      () => heardOfMine(bob, room),
      () => true,
    );
    expect(await mine(bob)).not.toContain(other);
    await command(bob, room, { type: "leave-seat" });
    await eventually(
      "not mine",
      () => bob.all("me:rooms").flatMap(({ removed }) => removed),
      (removed) => removed.includes(room),
    );
    expect(await mine(bob)).not.toContain(room);
    expect(heardOfMine(watcher, room)).toEqual([]);
  });

  it("GATE-13 tells how much was missed, which falls when it was seen", async () => {
    await ask(ada, "lobby:join", {});
    const { room } = await createRoom(ada);
    await join(ada, room);
    for (const text of ["one", "two", "three"]) await command(bob, room, { type: "say", text });
    await latest(
      "missed 3",
      () => heardOfMine(ada, room),
      ({ head, seen }) => head - seen === 3,
    );
    await ask(ada, "room:seen", { room, seq: 3 });
    await latest(
      "missed 1",
      () => heardOfMine(ada, room),
      ({ head, seen }) => head === 4 && seen === 3,
    );
    const listed = (await ask(ada, "lobby:join", {})).mine.find((one) => one.room === room);
    expect(listed).toMatchObject({ head: 4, seen: 3 });
  });

  it("GATE-13 tells whose turn it is, to those whose turn it is", async () => {
    for (const player of [ada, bob]) await ask(player, "lobby:join", {});
    const { room } = await createRoom(ada);
    for (const player of [ada, bob]) await command(player, room, { type: "take-seat" });
    for (const player of [ada, bob]) await command(player, room, { type: "ready" });
    await latest(
      "Ada's turn",
      () => heardOfMine(ada, room),
      ({ yourTurn }) => yourTurn,
    );
    await command(ada, room, { type: "move", move: { cell: 4 } });
    await latest(
      "Bob's turn",
      () => heardOfMine(bob, room),
      ({ yourTurn }) => yourTurn,
    );
    await latest(
      "not Ada's",
      () => heardOfMine(ada, room),
      ({ yourTurn }) => !yourTurn,
    );
    const turnOf = async (player: RawPlayer) =>
      (await ask(player, "lobby:join", {})).mine.find((one) => one.room === room)?.yourTurn;
    expect([await turnOf(ada), await turnOf(bob)]).toEqual([false, true]);
    await command(bob, room, { type: "resign" });
    await latest(
      "over",
      () => heardOfMine(bob, room),
      ({ yourTurn, phase }) => !yourTurn && phase === "finished",
    );
    expect([await turnOf(ada), await turnOf(bob)]).toEqual([false, false]);
  });
});

import { randomUUID } from "node:crypto";
import { type Cursor, type RoomId, replayAnswer } from "@rejoin/protocol";
import { evolve, type RoomState } from "@rejoin/rules";
import { eventually, headersOf, RawPlayer } from "@rejoin/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renewEpochs } from "../log/epochs.js";
import { PostgresLog } from "../log/postgres-log.js";
import {
  ask,
  codeOf,
  command,
  createRoom,
  join,
  type ServerUnderTest,
  startServer,
  talk,
} from "../testing/server-under-test.js";

/** Small enough to be reached, and of no age: what need not be kept is trimmed at once. */
const settings = { SNAPSHOT_EVERY: "50", RETAIN_EVENTS: "120", RETAIN_MS: "0" };

let server: ServerUnderTest;
let ada: RawPlayer;

beforeAll(async () => {
  server = await startServer(settings);
  ada = await server.player("Ada");
});
afterAll(() => server[Symbol.asyncDispose]());

const say = (text: string) => ({ type: "say", text }) as const;
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const seqs = (player: RawPlayer, room: RoomId) => player.events(room).map(({ seq }) => seq);

async function replay(room: RoomId, after: number) {
  const response = await fetch(`${server.url}/api/rooms/${room}/events?after=${after}&limit=1000`, {
    headers: headersOf(server.url, ada.session),
  });
  if (!response.ok) throw new Error(`No replay: ${response.status} ${await response.text()}`);
  return replayAnswer.parse(await response.json());
}
/** Talks until the room's log was trimmed. @returns the oldest number that is kept, and the head */
async function trimmedRoom(): Promise<{ room: RoomId; epoch: string; first: number; head: number }> {
  const { room } = await createRoom(ada);
  for (let round = 0; round < 8; round += 1) await talk(ada, room, 50);
  const { epoch, first, head } = await eventually(
    "the log is trimmed",
    () => replay(room, 0),
    (page) => page.first > 250,
  );
  return { room, epoch, first, head };
}
function snapshot(player: RawPlayer) {
  return eventually(
    "a snapshot",
    () => player.all("room:snapshot").at(-1),
    (last) => last !== undefined,
  );
}

describe("a log that was trimmed", () => {
  it("HTTP-14 the replay says where the log begins, and gives what is kept", async () => {
    const { room, first, head } = await trimmedRoom();
    expect(head - first + 1).toBeGreaterThanOrEqual(120);
    for (const after of [0, first - 2, first - 1]) {
      const page = await replay(room, after);
      expect(page).toMatchObject({ first, head });
      expect(page.events.map(({ seq }) => seq)).toEqual(numbers(first, head));
    }
    expect((await replay(room, first)).events.map(({ seq }) => seq)).toEqual(numbers(first + 1, head));
  });

  it("HTTP-14 the oldest events that are kept come with the room right before them, from where they are played on", async () => {
    const { room, first, head } = await trimmedRoom();
    const { base, events } = await replay(room, 0);
    expect(base?.seq).toBe(first - 1);
    const state = events.reduce<RoomState | null>(evolve, base?.state as RoomState);
    await join(ada, room);
    expect(await snapshot(ada)).toMatchObject({ room, seq: head, state: JSON.parse(JSON.stringify(state)) });
    expect((await replay(room, first)).base).toBeUndefined();
    const { room: whole } = await createRoom(ada);
    expect((await replay(whole, 0)).base).toBeUndefined();
  });

  it("SYNC-4 a cursor below what is kept is answered with a snapshot that says so, one above it with events", async () => {
    const { room, epoch, first, head } = await trimmedRoom();
    for (const seq of [0, first - 2]) {
      const late = await server.player("Late");
      const after: Cursor = { epoch, seq };
      expect(await join(late, room, after)).toMatchObject({ head, catchUp: "snapshot" });
      expect(await snapshot(late)).toMatchObject({ seq: head, reason: "behind-retention" });
    }
    const near = await server.player("Near");
    expect(await join(near, room, { epoch, seq: first - 1 })).toMatchObject({ head, catchUp: "events" });
    await eventually(
      "all of it",
      () => seqs(near, room),
      (heard) => heard.at(-1) === head,
    );
    expect(seqs(near, room)).toEqual(numbers(first, head));
    expect(near.all("room:snapshot")).toEqual([]);
  });

  it("SYNC-4 what another server trimmed during a catch-up is answered with a snapshot, and then what happens", async () => {
    const { room } = await createRoom(ada);
    const { epoch } = await replay(room, 0);
    await using other = await startServer({ ...settings, RETAIN_EVENTS: "100000" }, server);
    const bob = await other.player("Bob");
    // The other server holds the room since before it was trimmed.
    await join(bob, room);
    for (let round = 0; round < 8; round += 1) await talk(ada, room, 50);
    await eventually(
      "the log is trimmed",
      () => replay(room, 0),
      ({ first }) => first > 200,
    );
    // Of what was trimmed before that server read it, it cannot tell.
    await eventually(
      "all of it, or a snapshot",
      () => Math.max(seqs(bob, room).at(-1) ?? 0, bob.all("room:snapshot").at(-1)?.seq ?? 0),
      (seq) => seq === 401,
    );
    const carol = await other.player("Carol");
    expect(await join(carol, room, { epoch, seq: 1 })).toMatchObject({ head: 401 });
    expect(await snapshot(carol)).toMatchObject({ reason: "behind-retention" });
    const seq = await command(ada, room, say("and on"));
    await eventually(
      "the next event",
      () => seqs(carol, room).at(-1),
      (last) => last === seq,
    );
  });

  it("ROOM-3 a command id is known as long as its event is kept", async () => {
    const { room, head } = await trimmedRoom();
    const commandId = randomUUID();
    const seq = await command(ada, room, say("once"), commandId);
    expect(seq).toBe(head + 1);
    await talk(ada, room, 60);
    await using other = await startServer(settings, server);
    const again = await other.player("Ada");
    // Somebody else's id of the same spelling is another command; Ada's own is known.
    expect(await command(again, room, say("once"), commandId)).toBeGreaterThan(seq);
    expect(await command(ada, room, say("once"), commandId)).toBe(seq);
  });
});

describe("a database that went back in time", () => {
  it("SYNC-12 whoever hears a room whose log went back takes a snapshot, and goes on in a new epoch", async () => {
    const { room } = await createRoom(ada);
    const bob = await server.player("Bob");
    await join(bob, room);
    await talk(ada, room, 9);
    await eventually(
      "all",
      () => seqs(bob, room).at(-1),
      (last) => last === 10,
    );
    const { epoch } = await replay(room, 0);
    bob.heard.length = 0;
    await server.database.rewind(room, 4);

    // Nobody does anything: the beacon notices.
    expect(await snapshot(bob)).toMatchObject({ room, seq: 4, reason: "epoch-changed" });
    const renewed = await replay(room, 0);
    expect(renewed).toMatchObject({ head: 4 });
    expect(renewed.epoch).not.toBe(epoch);
    expect(bob.all("room:snapshot").map((one) => one.epoch)).toEqual([renewed.epoch]);
    expect(await command(bob, room, say("after the restore"))).toBe(5);
    await eventually(
      "the next event",
      () => seqs(bob, room),
      (heard) => heard.includes(5),
    );
    expect(bob.all("room:events").every((packet) => packet.epoch === renewed.epoch)).toBe(true);
    // Who comes back with what they held before is told so.
    const after: Cursor = { epoch, seq: 10 };
    const carol = await server.player("Carol");
    expect(await join(carol, room, after)).toMatchObject({ head: 4 + 1, catchUp: "snapshot" });
    expect(await snapshot(carol)).toMatchObject({ seq: 5, reason: "epoch-changed" });
  });

  it("SYNC-12 a server that holds rooms of the old epoch appends nothing to the new one", async () => {
    const { room } = await createRoom(ada);
    await join(ada, room);
    await talk(ada, room, 3);
    await renewEpochs(server.database.prisma);
    const refused = await ada.request("room:command", {
      room,
      commandId: "across",
      command: say("across"),
    });
    expect(codeOf(refused)).toBe("unavailable");
    const log = new PostgresLog(server.database.connect());
    expect((await log.heads([room])).get(room)).toBe(4);
    const seq = await eventually(
      "asked again, it is recorded",
      async () =>
        codeOf(await ada.request("room:command", { room, commandId: "across", command: say("across") })),
      (code) => code === "ok",
    ).then(() => command(ada, room, say("across"), "across"));
    expect(seq).toBe(5);
    expect(ada.all("room:snapshot").at(-1)).toMatchObject({ seq: 4, reason: "epoch-changed" });
  });

  it("SYNC-12 with the server-held cursor above the head somebody is given the room as it is", async () => {
    const { room } = await createRoom(ada);
    const bob = await server.player("Bob");
    await join(bob, room);
    await talk(ada, room, 9);
    await ask(bob, "room:seen", { room, seq: 10 });
    bob.disconnect();
    await server.database.rewind(room, 4);
    await renewEpochs(server.database.prisma);
    await using other = await startServer(settings, server);
    const phone = await RawPlayer.connect(other.url, bob.session);
    expect(await join(phone, room)).toMatchObject({ head: 4, catchUp: "snapshot" });
    expect(await snapshot(phone)).toMatchObject({ seq: 4, reason: "joined" });
    phone.disconnect();
  });
});

describe("rooms in memory", () => {
  it("ROOM-16 a server with little memory serves many rooms, each as it was", async () => {
    await using small = await startServer({ ...settings, ROOMS_IN_MEMORY: "1", ROOM_IDLE_MS: "100" }, server);
    const host = await small.player("Host");
    const rooms = [];
    for (let number = 0; number < 5; number += 1) {
      const { room } = await createRoom(host);
      await talk(host, room, 3);
      rooms.push(room);
    }
    await eventually(
      "they have left",
      async () =>
        /rejoin_rooms_in_memory (\d+)/.exec(await (await fetch(`${small.url}/metrics`)).text())?.[1],
      (count) => count === "0",
    );
    for (const room of rooms) expect(await command(host, room, say("still here"))).toBe(5);
  });

  it("ROOM-16 a room that somebody hears stays, and they miss nothing", async () => {
    await using small = await startServer({ ...settings, ROOMS_IN_MEMORY: "1", ROOM_IDLE_MS: "0" }, server);
    const host = await small.player("Host");
    const { room } = await createRoom(host);
    await join(host, room);
    const others = [await createRoom(host), await createRoom(host)];
    await eventually(
      "the others have left",
      async () =>
        /rejoin_rooms_in_memory (\d+)/.exec(await (await fetch(`${small.url}/metrics`)).text())?.[1],
      (count) => count === "1",
    );
    expect(others).toHaveLength(2);
    expect(await command(host, room, say("hello"))).toBe(2);
    await eventually(
      "it is heard",
      () => seqs(host, room),
      (heard) => heard.includes(2),
    );
  });
});

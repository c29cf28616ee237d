import { type Cursor, LIMITS, type RoomId } from "@rejoin/protocol";
import { eventually, type RawPlayer, readRoomLog } from "@rejoin/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PostgresLog } from "../log/postgres-log.js";
import { append, opening, said } from "../testing/samples.js";
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

let server: ServerUnderTest;
let ada: RawPlayer;

beforeAll(async () => {
  server = await startServer();
  ada = await server.player("Ada");
});
afterAll(() => server[Symbol.asyncDispose]());

const say = (text: string) => ({ type: "say", text }) as const;
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const seqs = (player: RawPlayer, room: RoomId) => player.events(room).map(({ seq }) => seq);

function hears(player: RawPlayer, room: RoomId, seq: number): Promise<unknown> {
  return eventually(
    `hears ${seq}`,
    () => seqs(player, room).at(-1),
    (last) => last === seq,
  );
}
async function epochOf(room: RoomId): Promise<string> {
  return (await readRoomLog(server.url, ada.session, room)).epoch;
}

/** A room of Ada's that is so long before any server has seen it. */
async function longRoom(length: number): Promise<{ room: RoomId; epoch: string }> {
  const log = new PostgresLog(server.database.prisma);
  const wanted = opening(ada.id);
  await log.open(wanted);
  const events = Array.from({ length: length - 1 }, (_, number) => said(ada.id, `word ${number + 2}`));
  for (let from = 0; from < events.length; from += 3_000)
    await log.append(append(wanted.room, 1 + from, events.slice(from, from + 3_000)));
  return { room: wanted.room, epoch: wanted.epoch };
}

describe("room:join without a cursor", () => {
  it("SYNC-1 gives a stranger the room as it is, and then what happens", async () => {
    const { room } = await createRoom(ada);
    await talk(ada, room, 5);
    const bob = await server.player("Bob");
    expect(await join(bob, room)).toEqual({
      ok: true,
      room,
      epoch: await epochOf(room),
      head: 6,
      catchUp: "snapshot",
      seen: 6,
    });
    await command(ada, room, say("now"));
    await hears(bob, room, 7);
    expect(bob.heard.filter(({ name }) => name !== "room:heads").map(({ name }) => name)).toEqual([
      "room:snapshot",
      "room:events",
    ]);
    expect(bob.all("room:snapshot")).toMatchObject([
      { room, seq: 6, reason: "joined", state: { title: "A table" } },
    ]);
    expect(seqs(bob, room)).toEqual([7]);
  });

  it("SYNC-2 gives somebody who was here the room as they last saw it, and then what they missed", async () => {
    const { room } = await createRoom(ada);
    const bob = await server.player("Bob");
    await join(bob, room);
    await talk(ada, room, 4);
    await hears(bob, room, 5);
    await ask(bob, "room:seen", { room, seq: 3 });
    bob.disconnect();
    await talk(ada, room, 2);
    bob.heard.length = 0;
    await bob.reconnect();
    expect(await join(bob, room)).toMatchObject({ head: 7, catchUp: "snapshot", seen: 3 });
    await hears(bob, room, 7);
    expect(bob.all("room:snapshot")).toMatchObject([{ seq: 3, reason: "joined" }]);
    expect(seqs(bob, room)).toEqual([4, 5, 6, 7]);
  });

  it("SYNC-2 by code it is the same room", async () => {
    const { room, code } = await createRoom(ada);
    const bob = await server.player("Bob");
    expect(await join(bob, code)).toMatchObject({ room });
    await command(ada, room, say("hi"));
    await hears(bob, room, 2);
  });
});

describe("room:join with a cursor", () => {
  it("SYNC-3 gives nothing to whoever has everything, and then what happens", async () => {
    const { room } = await createRoom(ada);
    const bob = await server.player("Bob");
    const epoch = await epochOf(room);
    expect(await join(bob, room, { epoch, seq: 1 })).toMatchObject({ head: 1, catchUp: "none" });
    await command(ada, room, say("hi"));
    await hears(bob, room, 2);
    expect(bob.all("room:snapshot")).toEqual([]);
    expect(seqs(bob, room)).toEqual([2]);
  });

  it("SYNC-3 gives the events after it, and nothing before", async () => {
    const { room } = await createRoom(ada);
    await talk(ada, room, 9);
    const bob = await server.player("Bob");
    const epoch = await epochOf(room);
    expect(await join(bob, room, { epoch, seq: 4 })).toMatchObject({ head: 10, catchUp: "events" });
    await hears(bob, room, 10);
    expect(seqs(bob, room)).toEqual(numbers(5, 10));
    const whole = await server.player("Whole");
    await join(whole, room, { epoch, seq: 0 });
    await hears(whole, room, 10);
    expect(whole.events(room)).toEqual((await readRoomLog(server.url, ada.session, room)).events);
    expect(whole.all("room:snapshot")).toEqual([]);
  });

  it("SYNC-4 of another epoch gives a snapshot that says so", async () => {
    const { room } = await createRoom(ada);
    await talk(ada, room, 3);
    const bob = await server.player("Bob");
    for (const seq of [0, 2, 99]) {
      bob.heard.length = 0;
      expect(await join(bob, room, { epoch: "another", seq })).toMatchObject({
        head: 4,
        catchUp: "snapshot",
      });
      await eventually(
        "a snapshot",
        () => bob.all("room:snapshot"),
        ([first]) => first !== undefined,
      );
      expect(bob.all("room:snapshot")).toMatchObject([{ seq: 4, reason: "epoch-changed" }]);
    }
  });

  it("SYNC-4 too far back gives a snapshot that says so, and up to there every event", async () => {
    const { room, epoch } = await longRoom(LIMITS.catchUpEvents + 2);
    const head = LIMITS.catchUpEvents + 2;
    const far = await server.player("Far");
    expect(await join(far, room, { epoch, seq: 1 })).toMatchObject({ head, catchUp: "snapshot" });
    await eventually(
      "a snapshot",
      () => far.all("room:snapshot"),
      ([first]) => first !== undefined,
    );
    expect(far.all("room:snapshot")).toMatchObject([{ seq: head, reason: "too-far" }]);

    const near = await server.player("Near");
    expect(await join(near, room, { epoch, seq: 2 })).toMatchObject({ head, catchUp: "events" });
    await hears(near, room, head);
    expect(seqs(near, room)).toEqual(numbers(3, head));
    expect(near.all("room:events").every(({ events }) => events.length <= LIMITS.catchUpPage)).toBe(true);
  });

  it("SYNC-5 from the future is refused, and nothing is begun", async () => {
    const { room } = await createRoom(ada);
    const epoch = await epochOf(room);
    const bob = await server.player("Bob");
    const after: Cursor = { epoch, seq: 2 };
    expect(codeOf(await bob.request("room:join", { room, after }))).toBe("ahead-of-log");
    expect(codeOf(await bob.request("room:leave", { room }))).toBe("not-joined");
    await join(bob, room);
    expect(codeOf(await bob.request("room:catch-up", { room, after }))).toBe("ahead-of-log");
    await command(ada, room, say("still heard"));
    await hears(bob, room, 2);
  });

  it("SYNC-5 a join that was refused makes nobody a member", async () => {
    const { room, code } = await createRoom(ada, { visibility: "private" });
    const after: Cursor = { epoch: await epochOf(room), seq: 9 };
    const bob = await server.player("Bob");
    expect(codeOf(await bob.request("room:join", { room: code, after }))).toBe("ahead-of-log");
    expect(codeOf(await bob.request("room:join", { room }))).toBe("room-not-found");
  });
});

describe("catching up", () => {
  it("SYNC-5 a cursor that another server gave is understood here at once", async () => {
    const { room } = await createRoom(ada);
    const epoch = await epochOf(room);
    const bob = await server.player("Bob");
    await join(bob, room);
    const elsewhere = new PostgresLog(server.database.connect());
    await elsewhere.append(append(room, 1, [said(ada.id, "from elsewhere")], { epoch }));
    expect(await join(bob, room, { epoch, seq: 2 })).toMatchObject({ head: 2, catchUp: "none" });
    await elsewhere.append(append(room, 2, [said(ada.id, "and more")], { epoch }));
    await ask(bob, "room:seen", { room, seq: 3 });
  });

  it("SYNC-6 the next page waits until the last one was acknowledged", async () => {
    const { room, epoch } = await longRoom(1_000);
    const slow = await server.player("Slow");
    slow.acknowledgesPages = false;
    await join(slow, room, { epoch, seq: 0 });
    await hears(slow, room, LIMITS.catchUpPage);
    // A busy neighbour proves that the server had every chance to send more.
    const fast = await server.player("Fast");
    await join(fast, room, { epoch, seq: 0 });
    await hears(fast, room, 1_000);
    await ask(slow, "lobby:leave", {});
    expect(seqs(slow, room)).toEqual(numbers(1, LIMITS.catchUpPage));
    // It asks again from where it is, and goes on.
    slow.acknowledgesPages = true;
    await ask(slow, "room:catch-up", { room, after: { epoch, seq: LIMITS.catchUpPage } });
    await hears(slow, room, 1_000);
    expect(seqs(slow, room)).toEqual(numbers(1, 1_000));
  });

  it("SYNC-7 becomes live without a seam or a repetition while somebody else talks fast", async () => {
    const { room, epoch } = await longRoom(1_500);
    const talker = await server.player("Talker");
    let talking = true;
    let said = 0;
    const talk = Promise.all(
      numbers(1, 8).map(async () => {
        while (talking) {
          await command(talker, room, say("on and on"));
          said += 1;
        }
      }),
    );
    const readers = await Promise.all(numbers(0, 5).map((number) => server.player(`Reader ${number}`)));
    for (const [number, reader] of readers.entries()) {
      await join(reader, room, { epoch, seq: number * 250 });
      await eventually(
        "live",
        () => seqs(reader, room).length,
        (count) => count > 1_600 - number * 250,
      );
      // Again and again, at any moment.
      await ask(reader, "room:catch-up", { room, after: { epoch, seq: seqs(reader, room).at(-1) ?? 0 } });
    }
    talking = false;
    await talk;
    const head = 1_500 + said;
    for (const [number, reader] of readers.entries()) {
      await hears(reader, room, head);
      // Live packets that were on their way when it asked again may come before and after; none may be missing.
      const first = number * 250 + 1;
      expect(new Set(seqs(reader, room))).toEqual(new Set(numbers(first, head)));
      expect(reader.all("room:snapshot")).toEqual([]);
    }
    const { events } = await readRoomLog(server.url, talker.session, room);
    expect(events).toHaveLength(head);
  });

  it("SYNC-7 joining during talk, every event comes exactly once and in order", async () => {
    const { room, epoch } = await longRoom(700);
    const talker = await server.player("Talker");
    let talking = true;
    const talk = Promise.all(
      numbers(1, 4).map(async () => {
        while (talking) await command(talker, room, say("on and on"));
      }),
    );
    const readers = await Promise.all(numbers(0, 7).map((number) => server.player(`Reader ${number}`)));
    for (const [number, reader] of readers.entries()) await join(reader, room, { epoch, seq: number * 100 });
    for (const reader of readers)
      await eventually(
        "live",
        () => seqs(reader, room).at(-1) ?? 0,
        (last) => last > 900,
      );
    talking = false;
    await talk;
    const { events } = await readRoomLog(server.url, talker.session, room);
    for (const [number, reader] of readers.entries()) {
      await hears(reader, room, events.length);
      expect(seqs(reader, room)).toEqual(numbers(number * 100 + 1, events.length));
    }
  });

  it("SYNC-8 asks for everything after a cursor of a room that is heard", async () => {
    const { room } = await createRoom(ada);
    await talk(ada, room, 9);
    const epoch = await epochOf(room);
    const bob = await server.player("Bob");
    await join(bob, room);
    expect(await ask(bob, "room:catch-up", { room, after: { epoch, seq: 6 } })).toEqual({
      ok: true,
      room,
      epoch,
      head: 10,
      catchUp: "events",
    });
    await hears(bob, room, 10);
    expect(seqs(bob, room)).toEqual([7, 8, 9, 10]);
    expect(await ask(bob, "room:catch-up", { room, after: { epoch, seq: 10 } })).toMatchObject({
      catchUp: "none",
    });
    await command(ada, room, say("live"));
    await hears(bob, room, 11);
    expect(seqs(bob, room)).toEqual([7, 8, 9, 10, 11]);
  });

  it("SYNC-9 the beacon tells the heads of the rooms that are heard", async () => {
    const { room } = await createRoom(ada);
    const bob = await server.player("Bob");
    await join(bob, room);
    await command(ada, room, say("hi"));
    await eventually(
      "a beacon",
      () => bob.all("room:heads").map(({ heads }) => heads[room]),
      (heads) => heads.includes(2),
    );
  });

  it("SYNC-9 what another server appended is heard here within two beats, without anybody asking", async () => {
    const { room } = await createRoom(ada);
    const bob = await server.player("Bob");
    await join(bob, room);
    const elsewhere = new PostgresLog(server.database.connect());
    await elsewhere.append(append(room, 1, [said(ada.id, "from elsewhere")], { epoch: await epochOf(room) }));
    await hears(bob, room, 2);
    expect(await command(ada, room, say("and here"))).toBe(3);
    await hears(bob, room, 3);
    expect(seqs(bob, room)).toEqual([2, 3]);
  });
});

describe("room:seen", () => {
  it("SYNC-10 moves the cursor forward only, for all devices of a player", async () => {
    const { room } = await createRoom(ada);
    const bob = await server.player("Bob");
    await join(bob, room);
    await talk(ada, room, 5);
    await hears(bob, room, 6);
    for (const seq of [5, 2, 0]) await ask(bob, "room:seen", { room, seq });

    const { RawPlayer: Player } = await import("@rejoin/testkit");
    const phone = await Player.connect(server.url, bob.session);
    await join(phone, room);
    await hears(phone, room, 6);
    expect(phone.all("room:snapshot")).toMatchObject([{ seq: 5, reason: "joined" }]);
    expect(seqs(phone, room)).toEqual([6]);
    await ask(phone, "room:seen", { room, seq: 6 });
    phone.disconnect();

    bob.heard.length = 0;
    await bob.reconnect();
    await join(bob, room);
    await eventually(
      "a snapshot",
      () => bob.all("room:snapshot"),
      ([first]) => first !== undefined,
    );
    expect(bob.all("room:snapshot")).toMatchObject([{ seq: 6 }]);
  });

  it("SYNC-10 refuses what is not in the log yet", async () => {
    const { room } = await createRoom(ada);
    const bob = await server.player("Bob");
    await join(bob, room);
    expect(codeOf(await bob.request("room:seen", { room, seq: 2 }))).toBe("ahead-of-log");
    expect(codeOf(await bob.request("room:seen", { room, seq: 1 }))).toBe("ok");
  });
});

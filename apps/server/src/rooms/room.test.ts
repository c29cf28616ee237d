import { beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryLog } from "../log/memory-log.js";
import { FaultyLog, gate } from "../testing/faulty-log.js";
import { ada, bob, carol } from "../testing/people.js";
import { fold, openTable, RoomServer } from "../testing/room-server.js";
import { order } from "./order.js";
import type { Room } from "./room.js";

const say = (text: string) => ({ type: "say", text }) as const;
const sit = (seat: number) => ({ type: "take-seat", seat }) as const;

let memory: MemoryLog;
let log: FaultyLog;
let server: RoomServer;
let id: string;

beforeEach(async () => {
  memory = new MemoryLog();
  log = new FaultyLog(memory);
  server = new RoomServer(log);
  id = await openTable(log);
});

/** Lets everything happen that needs no more than its turn. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
}
const refusal = (code: string, retryable = false) => ({
  ok: false,
  refusal: expect.objectContaining({ code, retryable }),
});
const texts = async () =>
  (await fold(memory, id)).events.flatMap((event) => (event.type === "said" ? [event.data.text] : []));

describe("a room", () => {
  it("ROOM-1 nothing is answered or published before it is committed", async () => {
    const arrives = gate();
    const answers = gate();
    log.plan({ before: arrives.opened, after: answers.opened });
    let answered: unknown;
    const answer = server.say(id, ada, say("hello")).then((outcome) => {
      answered = outcome;
    });
    await settle();
    expect([answered, server.published]).toEqual([undefined, []]);
    expect((await server.room(id)).position.head).toBe(1);

    arrives.open();
    await settle();
    expect(await texts()).toEqual(["hello"]);
    expect([answered, server.published]).toEqual([undefined, []]);

    answers.open();
    await answer;
    expect(answered).toEqual({ ok: true, seq: 2 });
    expect(server.seqs(id)).toEqual([2]);
  });

  it("ROOM-1 an event is published before its sender is answered, once, with the room after it", async () => {
    const order: string[] = [];
    const watched = new RoomServer(log, {
      committed: (room) => order.push(`published at head ${room.position.head}`),
    });
    await watched.say(id, ada, say("hello")).then(() => order.push("answered"));
    expect(order).toEqual(["published at head 2", "answered"]);
  });

  it("ROOM-2 one append is under way at a time, and what waits goes together in the order of arrival", async () => {
    const first = gate();
    log.plan({ before: first.opened });
    const outcomes = [server.say(id, ada, say("0"))];
    await settle();
    for (let number = 1; number < 40; number += 1) outcomes.push(server.say(id, ada, say(`${number}`)));
    await settle();
    expect(log.appends).toHaveLength(1);
    first.open();
    expect(await Promise.all(outcomes)).toEqual(
      Array.from({ length: 40 }, (_, number) => ({ ok: true, seq: number + 2 })),
    );
    expect(await texts()).toEqual(Array.from({ length: 40 }, (_, number) => `${number}`));
    expect(log.appends).toHaveLength(2);
    expect(log.mostAtOnce).toBe(1);
    expect(server.published.map(({ events }) => events.length)).toEqual([1, 39]);
  });

  it("ROOM-2 what is ordered before the next commit begins goes along, though it came one by one", async () => {
    const next = gate();
    const patient = new RoomServer(log, {
      commits: { turn: (go) => void next.opened.then(go) },
    });
    const outcomes: Promise<unknown>[] = [];
    for (const text of ["one", "two", "three"]) {
      outcomes.push(patient.say(id, ada, say(text)));
      await settle();
    }
    expect(log.appends).toHaveLength(0);
    next.open();
    expect(await Promise.all(outcomes)).toEqual([2, 3, 4].map((seq) => ({ ok: true, seq })));
    expect(log.appends.map(({ events }) => events.length)).toEqual([3]);
  });

  it("ROOM-2 whoever orders something while they are told of a commit is answered for their own order", async () => {
    const answers: Promise<unknown>[] = [];
    const busy = new RoomServer(log, {
      committed: ({ position }) => {
        if (position.head !== 2) return;
        answers.push(room.submit(order(ada, "one", say("one"))), room.submit(order(bob, "two", say("two"))));
      },
    });
    const room = await busy.room(id);
    await busy.say(id, carol, say("zero"));
    expect(await Promise.all(answers)).toEqual([3, 4].map((seq) => ({ ok: true, seq })));
    expect(await texts()).toEqual(["zero", "one", "two"]);
    expect(log.mostAtOnce).toBe(1);
  });

  it("ROOM-2 an order is decided on what the orders before it will have done", async () => {
    const first = gate();
    log.plan({ before: first.opened });
    const outcomes = [
      server.say(id, ada, sit(0)),
      server.say(id, bob, sit(1)),
      server.say(id, ada, { type: "ready", ready: true }),
      server.say(id, bob, { type: "ready", ready: true }),
    ];
    await settle();
    first.open();
    expect(await Promise.all(outcomes)).toEqual([2, 3, 4, 5].map((seq) => ({ ok: true, seq })));
    expect((await fold(memory, id)).state.phase.kind).toBe("countdown");
  });

  it("ROOM-3 a command id has at most one event, whoever sends it again, and every answer names it", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => server.say(id, ada, say("once"), "the-id")),
    );
    expect(outcomes).toEqual(Array(6).fill({ ok: true, seq: 2 }));
    expect(await server.say(id, ada, say("once"), "the-id")).toEqual({ ok: true, seq: 2 });
    const restarted = new RoomServer(log);
    expect(await restarted.say(id, ada, say("once"), "the-id")).toEqual({ ok: true, seq: 2 });
    expect(await texts()).toEqual(["once"]);
  });

  it("ROOM-3 a repeated command is answered with its number although it would be refused now", async () => {
    await server.say(id, ada, sit(0), "sit");
    await server.say(id, ada, { type: "leave-seat" }, "stand");
    const restarted = new RoomServer(log);
    expect(await restarted.say(id, ada, { type: "leave-seat" }, "stand")).toEqual({ ok: true, seq: 3 });
    expect(await restarted.say(id, ada, sit(0), "sit")).toEqual({ ok: true, seq: 2 });
    expect((await fold(memory, id)).events).toHaveLength(3);
  });

  it("ROOM-3 a command is known for ever, however much was said since", async () => {
    await server.say(id, ada, say("long ago"), "long-ago");
    await Promise.all(Array.from({ length: 1_100 }, (_, number) => server.say(id, ada, say(`${number}`))));
    expect(await server.say(id, ada, say("long ago"), "long-ago")).toEqual({ ok: true, seq: 2 });
    expect(await server.say(id, ada, say("now"), "long-ago")).toEqual(refusal("command-id-reused"));
  });

  it("ROOM-3 the same id of another sender is another command", async () => {
    const sayAll = () => Promise.all([ada, bob, carol].map((who) => server.say(id, who, say("hi"), "same")));
    const outcomes = [2, 3, 4].map((seq) => ({ ok: true, seq }));
    expect(await sayAll()).toEqual(outcomes);
    expect(await sayAll()).toEqual(outcomes);
  });

  it("ROOM-4 a command id with another body is refused: at once, later, and after a restart", async () => {
    const first = gate();
    log.plan({ before: first.opened });
    const one = server.say(id, ada, say("one"), "the-id");
    const other = server.say(id, ada, say("other"), "the-id");
    await settle();
    first.open();
    expect(await one).toEqual({ ok: true, seq: 2 });
    expect(await other).toEqual(refusal("command-id-reused"));
    expect(await server.say(id, ada, say("other"), "the-id")).toEqual(refusal("command-id-reused"));
    expect(await new RoomServer(log).say(id, ada, say("other"), "the-id")).toEqual(
      refusal("command-id-reused"),
    );
    expect(await texts()).toEqual(["one"]);
  });

  it("ROOM-4 after a refusal its command id is free, also for whoever asked meanwhile", async () => {
    const first = gate();
    log.plan({ before: first.opened });
    const seated = server.say(id, ada, sit(0));
    const refused = server.say(id, bob, sit(0), "the-id");
    const other = server.say(id, bob, say("hello"), "the-id");
    await settle();
    first.open();
    expect(await seated).toEqual({ ok: true, seq: 2 });
    expect(await refused).toEqual(refusal("seat-taken"));
    expect(await other).toEqual({ ok: true, seq: 3 });
  });

  it("ROOM-5 a refusal waits until what it was decided on has come true", async () => {
    const first = gate();
    log.plan({ before: first.opened });
    const seated = server.say(id, ada, sit(0));
    let answered = false;
    const refused = server.say(id, bob, sit(0)).finally(() => {
      answered = true;
    });
    await settle();
    expect(answered).toBe(false);
    first.open();
    expect(await seated).toEqual({ ok: true, seq: 2 });
    expect(await refused).toEqual(refusal("seat-taken"));
    expect((await fold(memory, id)).events).toHaveLength(2);
  });

  it("ROOM-5 a refusal that was decided on something that never came true is decided again", async () => {
    const first = gate();
    log.plan({ before: first.opened });
    const seated = server.say(id, ada, sit(0));
    const doubted = server.say(id, bob, sit(0));
    await settle();
    // Another server is faster: Ada sits down elsewhere.
    await new RoomServer(memory).say(id, ada, sit(1));
    first.open();
    expect(await seated).toEqual(refusal("already-seated"));
    expect(await doubted).toEqual({ ok: true, seq: 3 });
    expect(server.seqs(id)).toEqual([2, 3]);
  });

  it("ROOM-6 after a conflict everything is decided again, in the order of arrival", async () => {
    const first = gate();
    log.plan({ before: first.opened });
    const outcomes = Array.from({ length: 10 }, (_, number) => server.say(id, ada, say(`${number}`)));
    await settle();
    const other = new RoomServer(memory);
    await other.say(id, bob, say("faster"));
    await other.say(id, bob, say("still"));
    first.open();
    expect(await Promise.all(outcomes)).toEqual(outcomes.map((_, number) => ({ ok: true, seq: number + 4 })));
    expect(await texts()).toEqual(["faster", "still", ...outcomes.map((_, number) => `${number}`)]);
    expect(server.seqs(id)).toEqual(Array.from({ length: 12 }, (_, index) => index + 2));
  });

  it("ROOM-6 a command that another server recorded meanwhile is answered with that number", async () => {
    const first = gate();
    log.plan({ before: first.opened });
    const here = server.say(id, ada, say("once"), "the-id");
    const next = server.say(id, ada, say("next"));
    await settle();
    expect(await new RoomServer(memory).say(id, ada, say("once"), "the-id")).toEqual({ ok: true, seq: 2 });
    first.open();
    expect(await here).toEqual({ ok: true, seq: 2 });
    expect(await next).toEqual({ ok: true, seq: 3 });
    expect(await texts()).toEqual(["once", "next"]);
    expect(server.seqs(id)).toEqual([2, 3]);
  });

  it("ROOM-13 nobody is refused on a state that another server has changed since", async () => {
    await server.room(id);
    const other = new RoomServer(memory);
    await other.say(id, bob, sit(0));
    await other.say(id, bob, { type: "leave-seat" });
    expect(await server.say(id, bob, { type: "leave-seat" })).toEqual(refusal("not-seated"));
    await other.say(id, bob, sit(0));
    // This server has not heard that Bob sits.
    expect(await server.say(id, bob, { type: "leave-seat" })).toEqual({ ok: true, seq: 5 });
    expect(server.seqs(id)).toEqual([2, 3, 4, 5]);
  });

  it("ROOM-13 what is right to refuse is refused after one question to the log, whatever this server appends meanwhile", async () => {
    await server.say(id, ada, sit(0));
    let reads = 0;
    log.read = (...from) => {
      reads += 1;
      return memory.read(...from);
    };
    let lookups = 0;
    log.findCommand = async (...command) => {
      lookups += 1;
      const found = await memory.findCommand(...command);
      // Its own next event is committed before the answer comes.
      await server.say(id, ada, say(`after lookup ${lookups}`));
      return found && { ...found, head: found.head + 1 };
    };
    expect(await server.say(id, bob, sit(0))).toEqual(refusal("seat-taken"));
    expect([lookups, reads]).toEqual([1, 0]);
  });

  it("ROOM-13 a refusal waits for an append that the log knew already", async () => {
    await server.say(id, ada, sit(0));
    const answers = gate();
    log.plan({ after: answers.opened });
    const looked = gate();
    let lookups = 0;
    log.findCommand = async (...command) => {
      lookups += 1;
      const found = await memory.findCommand(...command);
      void server.say(id, ada, say("meanwhile"));
      await settle();
      looked.open();
      return found && { ...found, head: found.head + 1 };
    };
    let answered = false;
    const refused = server.say(id, bob, sit(0)).finally(() => {
      answered = true;
    });
    await looked.opened;
    await settle();
    expect(answered).toBe(false);
    answers.open();
    expect(await refused).toEqual(refusal("seat-taken"));
    expect(lookups).toBe(1);
  });

  it.each([
    { outcome: "answer-lost", recorded: ["unsure"] },
    { outcome: "never-arrives", recorded: [] },
  ] as const)(
    "ROOM-7 with an unknown outcome ($outcome) the sender is told to ask again, and asking again settles it",
    async ({ outcome, recorded }) => {
      log.plan({ outcome });
      expect(await server.say(id, ada, say("unsure"), "the-id")).toEqual(refusal("unavailable", true));
      expect(await texts()).toEqual(recorded);
      expect(server.published).toEqual([]);
      expect(await server.say(id, ada, say("unsure"), "the-id")).toEqual({ ok: true, seq: 2 });
      expect(await texts()).toEqual(["unsure"]);
      expect(server.seqs(id)).toEqual([2]);
    },
  );

  it("ROOM-7 an unknown outcome is settled as it was, although the command would be refused now", async () => {
    log.plan({ outcome: "answer-lost" });
    expect(await server.say(id, ada, sit(0), "sit")).toEqual(refusal("unavailable", true));
    expect(await server.say(id, ada, sit(0), "sit")).toEqual({ ok: true, seq: 2 });
    expect(await server.say(id, ada, sit(0), "again")).toEqual(refusal("already-seated"));
  });

  it("ROOM-7 after an unknown outcome nobody is refused before the log was read", async () => {
    log.plan({ outcome: "answer-lost" });
    expect(await server.say(id, ada, sit(0), "sit")).toEqual(refusal("unavailable", true));
    expect(await server.say(id, ada, { type: "leave-seat" })).toEqual({ ok: true, seq: 3 });
  });

  it("ROOM-7 an unknown outcome leaves nothing decided: whoever waited is asked to come again", async () => {
    const first = gate();
    log.plan({ before: first.opened, outcome: "answer-lost" });
    const ids = ["a", "b", "c"];
    const outcomes = ids.map((commandId) => server.say(id, ada, say(commandId), commandId));
    const doubted = server.say(id, bob, { type: "leave-seat" }, "doubted");
    await settle();
    first.open();
    for (const outcome of [...outcomes]) expect(await outcome).toEqual(refusal("unavailable", true));
    expect((await doubted).ok).toBe(false);
    const again = await Promise.all(ids.map((commandId) => server.say(id, ada, say(commandId), commandId)));
    expect(again).toEqual([2, 3, 4].map((seq) => ({ ok: true, seq })));
    expect(await texts()).toEqual(ids);
  });

  it("ROOM-7 while the log is away every order is refused retryably, and afterwards the room goes on", async () => {
    await server.say(id, ada, say("before"));
    log.away = true;
    expect(await server.say(id, ada, say("during"), "during")).toEqual(refusal("unavailable", true));
    expect(await server.say(id, bob, say("too"))).toEqual(refusal("unavailable", true));
    expect(await server.say(id, bob, { type: "leave-seat" })).toEqual(refusal("unavailable", true));
    log.away = false;
    expect(await server.say(id, ada, say("during"), "during")).toEqual({ ok: true, seq: 3 });
    expect(await texts()).toEqual(["before", "during"]);
    expect((await server.room(id)).busy).toBe(false);
  });

  it("ROOM-8 what other servers appended is applied and published by a refresh, once", async () => {
    await server.room(id);
    const other = new RoomServer(memory);
    for (const text of ["one", "two", "three"]) await other.say(id, bob, say(text));
    const room = await server.room(id);
    await Promise.all([room.refresh(), room.refresh(), server.say(id, ada, say("four"))]);
    await room.refresh();
    expect(server.seqs(id)).toEqual([2, 3, 4, 5]);
    expect(room.position.head).toBe(5);
    expect(room.position.state).toEqual((await fold(memory, id)).state);
  });

  it("ROOM-8 a refresh during an append is over when the room is as long as the log was", async () => {
    const room = await server.room(id);
    await new RoomServer(memory).say(id, bob, say("elsewhere"));
    const arrives = gate();
    log.plan({ before: arrives.opened });
    const answer = server.say(id, ada, say("here"));
    await settle();
    const refreshed = room.refresh().then(() => room.position.head);
    arrives.open();
    expect(await refreshed).toBeGreaterThanOrEqual(2);
    expect(await answer).toEqual({ ok: true, seq: 3 });
  });

  it("ROOM-8 who comes finds everything that was appended before, and where that is no news nothing is read", async () => {
    const reads = vi.spyOn(log, "read");
    const room = await server.room(id);
    reads.mockClear();
    await room.refreshAnew();
    const { endsOf } = log;
    log.endsOf = async (which) => {
      const ends = await endsOf(which);
      await server.say(id, ada, say("meanwhile"));
      return ends;
    };
    await room.refreshAnew();
    expect(reads).not.toHaveBeenCalled();
    log.endsOf = endsOf;
    await new RoomServer(memory).say(id, bob, say("elsewhere"));
    await room.refreshAnew();
    expect(server.seqs(id)).toEqual([2, 3]);
  });

  it("ROOM-8 who comes while an append is under way finds it, and what another server appended before", async () => {
    const room = await server.room(id);
    await new RoomServer(memory).say(id, bob, say("elsewhere"));
    const arrives = gate();
    log.plan({ before: arrives.opened });
    const answer = server.say(id, ada, say("here"));
    await settle();
    const found = room.refreshAnew().then(() => room.position.head);
    arrives.open();
    expect(await found).toBeGreaterThanOrEqual(2);
    expect(await answer).toEqual({ ok: true, seq: 3 });
  });

  it("ROOM-8 a refresh says when the log is away, and the next one works", async () => {
    const room = await server.room(id);
    await new RoomServer(memory).say(id, bob, say("elsewhere"));
    log.away = true;
    await expect(room.refresh()).rejects.toThrow("the log is away");
    log.away = false;
    await room.refresh();
    expect(server.seqs(id)).toEqual([2]);
  });

  it("ROOM-8 the latest events are at hand for those who come back, and no more than are kept", async () => {
    const room = await server.room(id);
    await Promise.all(Array.from({ length: 700 }, (_, number) => server.say(id, ada, say(`${number}`))));
    expect(room.recentAfter(701)).toEqual([]);
    expect(room.recentAfter(999)).toEqual([]);
    expect(room.recentAfter(699)?.map(({ seq }) => seq)).toEqual([700, 701]);
    expect(room.recentAfter(189)?.length).toBe(512);
    expect(room.recentAfter(188)).toBeNull();
    expect(room.recentAfter(0)).toBeNull();
  });

  it("ROOM-9 time never goes back in a log, whatever the clock does", async () => {
    let now = Date.now() + 60_000;
    const moody = new RoomServer(log, { now: () => now });
    await moody.say(id, ada, say("later"));
    now -= 3_600_000;
    await moody.say(id, ada, say("earlier"));
    const times = (await fold(memory, id)).events.map(({ at }) => at);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  it("ROOM-10 a room comes back from its log as it was", async () => {
    await server.say(id, ada, sit(1));
    await server.say(id, bob, sit(0));
    await Promise.all(Array.from({ length: 1_200 }, (_, number) => server.say(id, ada, say(`${number}`))));
    const restarted = await new RoomServer(memory).room(id);
    const room = await server.room(id);
    expect(restarted.position).toEqual(room.position);
    expect(restarted.epoch).toBe(room.epoch);
    expect(restarted.recentAfter(1_200)?.map(({ seq }) => seq)).toEqual([1_201, 1_202, 1_203]);
  });

  it("ROOM-10 many who ask for a room at once get the same one; a missing one is asked for again", async () => {
    const [one, other] = await Promise.all([server.room(id), server.room(id)]);
    expect(one).toBe(other);
    const missing = "99999999-0000-4000-8000-000000000000";
    expect(await server.rooms.get(missing)).toBeNull();
    const late = await openTable(log);
    log.away = true;
    await expect(server.rooms.get(late)).rejects.toThrow("the log is away");
    log.away = false;
    expect((await server.rooms.get(late))?.id).toBe(late);
  });

  it("ROOM-11 an order of the room itself and one of a player never share an id", async () => {
    const room = await server.room(id);
    await server.say(id, ada, sit(0));
    const mine = await server.say(id, ada, say("hi"), "drop-1");
    const its = await room.submit(order({ kind: "room" }, "drop-1", { type: "drop", player: ada.id }));
    expect([mine, its]).toEqual([
      { ok: true, seq: 3 },
      { ok: true, seq: 4 },
    ]);
  });

  it("ROOM-14 a room whose log went back in time answers nothing from what is gone, and another takes its place", async () => {
    const heard: Room[] = [];
    const watched = new RoomServer(log, { replaced: (room) => heard.push(room) });
    for (const text of ["one", "two", "three"]) await watched.say(id, ada, say(text), text);
    const old = await watched.room(id);
    memory.rewind(id, 2);
    expect(await watched.say(id, ada, say("four"), "four")).toEqual(refusal("unavailable", true));
    expect(heard).toEqual([old]);
    expect(old.isRetired).toBe(true);
    // "three" is gone from the log, so it is no longer known; asked again, it is recorded.
    expect(await old.submit(order(ada, "three", say("three")))).toEqual(refusal("unavailable", true));
    expect(await watched.say(id, ada, say("three"), "three")).toEqual({ ok: true, seq: 3 });
    const fresh = await watched.room(id);
    expect(fresh).not.toBe(old);
    expect(fresh.epoch).not.toBe(old.epoch);
    expect(await texts()).toEqual(["one", "three"]);
  });

  it("ROOM-14 a room whose log is in another epoch appends nothing to it", async () => {
    const room = await server.room(id);
    memory.rewind(id, 0);
    await memory.wentBack(id, room.epoch, 1);
    expect(await server.say(id, ada, say("hello"))).toEqual(refusal("unavailable", true));
    expect((await memory.read(id, 0, 10))?.head).toBe(0);
    expect(room.isRetired).toBe(true);
  });

  it("ROOM-14 a log that has grown past it in another epoch is not taken for its own", async () => {
    await server.say(id, ada, say("one"));
    const room = await server.room(id);
    memory.rewind(id, 1);
    await memory.wentBack(id, room.epoch, 2);
    const other = new RoomServer(memory);
    for (const text of ["another", "life"]) await other.say(id, bob, say(text));
    await expect(room.refreshAnew()).rejects.toThrow();
    expect(room.position.head).toBe(2);
    expect(server.seqs(id)).toEqual([2]);
    expect(room.isRetired).toBe(true);
    expect(await server.say(id, ada, say("on"))).toEqual({ ok: true, seq: 4 });
    expect(await texts()).toEqual(["another", "life", "on"]);
  });

  it("ROOM-14 a refresh notices it too, and so does a refusal", async () => {
    for (const notice of [
      (room: Room) => room.refresh().catch(() => undefined),
      (room: Room) => room.refreshAnew().catch(() => undefined),
      (room: Room) => room.submit(order(bob, "leave", { type: "leave-seat" })),
    ]) {
      const other = await openTable(log);
      await server.say(other, ada, say("one"));
      const room = await server.room(other);
      memory.rewind(other, 1);
      await notice(room);
      expect(room.isRetired).toBe(true);
      expect((await server.room(other)).position.head).toBe(1);
    }
  });

  it("ROOM-14 while the log is away nothing is concluded", async () => {
    const room = await server.room(id);
    log.away = true;
    await expect(room.refresh()).rejects.toThrow("the log is away");
    expect(room.isRetired).toBe(false);
    log.away = false;
    expect(await server.say(id, ada, say("on"))).toEqual({ ok: true, seq: 2 });
  });
});

describe("a mistake in the rules", () => {
  /** Says something, and makes the rules throw when they decide it at that attempt. */
  function faulty(commandId: string, throwsAt: number) {
    let times = 0;
    const command = {
      type: "say",
      get text() {
        times += 1;
        if (times === throwsAt) throw new Error("a mistake in the rules");
        return commandId;
      },
    } as const;
    return { ...order(ada, commandId, say(commandId)), command };
  }

  it("ROOM-18 is told to whoever asked, leaves nothing under way, and keeps nobody from going on", async () => {
    const room = await server.room(id);
    const mistaken = faulty("one", 1);
    await expect(room.submit(mistaken)).rejects.toThrow("a mistake in the rules");
    expect(room.busy).toBe(false);
    expect(await room.submit(order(bob, "two", say("two")))).toEqual({ ok: true, seq: 2 });
    expect(await room.submit(mistaken)).toEqual({ ok: true, seq: 3 });
    expect(await texts()).toEqual(["two", "one"]);
  });

  it("ROOM-18 that shows when all is decided again is not suffered by those who come after", async () => {
    const room = await server.room(id);
    const first = gate();
    log.plan({ before: first.opened });
    const outcomes = [room.submit(faulty("one", 2)), room.submit(order(bob, "two", say("two")))];
    await settle();
    await new RoomServer(memory).say(id, carol, say("meanwhile"));
    first.open();
    expect(await Promise.all(outcomes)).toEqual([refusal("unavailable", true), { ok: true, seq: 3 }]);
    expect(room.busy).toBe(false);
    expect(await texts()).toEqual(["meanwhile", "two"]);
  });
});

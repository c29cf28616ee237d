import { randomUUID } from "node:crypto";
import { LIMITS } from "@rejoin/protocol";
import { eventually, headersOf, type RawPlayer, readRoomLog } from "@rejoin/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  codeOf,
  command,
  createRoom,
  join,
  outcome,
  type ServerUnderTest,
  startServer,
} from "../testing/server-under-test.js";

let server: ServerUnderTest;
let ada: RawPlayer;
let bob: RawPlayer;
let carol: RawPlayer;

beforeAll(async () => {
  server = await startServer();
  [ada, bob, carol] = await Promise.all([server.player("Ada"), server.player("Bob"), server.player("Carol")]);
});
afterAll(() => server[Symbol.asyncDispose]());

const say = (text: string) => ({ type: "say", text }) as const;

describe("room:create", () => {
  it("GATE-1 opens a room, and the same command id again gives the same room", async () => {
    const wanted = {
      commandId: "create-once",
      title: "Once",
      game: "connect-four",
      visibility: "public",
    } as const;
    const all = await Promise.all([1, 2, 3].map(() => ask(ada, "room:create", wanted)));
    expect(new Set(all.map(({ room, code }) => `${room} ${code}`)).size).toBe(1);
    expect(all[0]?.code).toMatch(/^[A-Z2-9]{6}$/);
    const { events } = await readRoomLog(server.url, ada.session, all[0]?.room ?? "");
    expect(events.map(({ type, actor, commandId }) => [type, actor, commandId])).toEqual([
      ["room-created", ada.id, "create-once"],
    ]);
  });

  it("GATE-1 refuses the same command id for another room, an unknown game, and options that do not fit", async () => {
    const wanted = {
      commandId: "create-other",
      title: "One",
      game: "tic-tac-toe",
      visibility: "public",
    } as const;
    await ask(ada, "room:create", wanted);
    const refused = async (changes: object) =>
      codeOf(await ada.say("room:create", { ...wanted, ...changes }));
    expect(await refused({ title: "Other" })).toBe("command-id-reused");
    expect(await refused({ commandId: "c1", game: "go" })).toBe("unknown-game");
    expect(await refused({ commandId: "c2", options: { size: 9 } })).toBe("invalid-options");
    expect(await refused({ commandId: "c3", visibility: "secret" })).toBe("invalid-message");
    expect(codeOf(await bob.request("room:create", wanted))).toBe("ok");
  });
});

describe("room:command", () => {
  it("GATE-2 is answered after commit with the number of its event, which everybody in the room hears once", async () => {
    const { room, code } = await createRoom(ada);
    await join(ada, room);
    await join(bob, code.toLowerCase());
    const seq = await command(ada, room, say("hello"), "hello-1");
    expect(seq).toBe(2);
    for (const player of [ada, bob]) {
      const heard = await eventually(
        "heard",
        () => player.events(room),
        (events) => events.length > 0,
      );
      expect(heard).toEqual([
        {
          seq: 2,
          at: expect.any(Number),
          actor: ada.id,
          commandId: "hello-1",
          type: "said",
          data: { text: "hello", by: { name: "Ada", avatar: ada.session.player.avatar } },
        },
      ]);
    }
    expect(carol.events(room)).toEqual([]);
  });

  it("GATE-2 the same command id gives the same number and no second effect, whichever connection asks", async () => {
    const { room } = await createRoom(ada);
    const seqs = await Promise.all([1, 2, 3].map(() => command(ada, room, say("once"), "once")));
    expect(seqs).toEqual([2, 2, 2]);
    await ada.reconnect();
    expect(await command(ada, room, say("once"), "once")).toBe(2);
    const other = { room, commandId: "once", command: say("other") };
    expect(codeOf(await ada.request("room:command", other))).toBe("command-id-reused");
    expect((await readRoomLog(server.url, ada.session, room)).events).toHaveLength(2);
  });

  it("GATE-2 plays a whole game, with every refusal that the rules have for it", async () => {
    const { room } = await createRoom(ada);
    const move = (cell: unknown) => ({ type: "move", move: { cell } });
    expect(await outcome(ada, room, move(0))).toBe("not-seated");
    expect(await outcome(ada, room, { type: "take-seat", seat: 7 })).toBe("no-such-seat");
    await command(ada, room, { type: "take-seat", seat: 0 });
    expect(await outcome(bob, room, { type: "take-seat", seat: 0 })).toBe("seat-taken");
    expect(await outcome(ada, room, { type: "take-seat" })).toBe("already-seated");
    await command(bob, room, { type: "take-seat" });
    expect(await outcome(carol, room, { type: "take-seat" })).toBe("table-full");
    expect(await outcome(ada, room, move(0))).toBe("wrong-phase");
    expect(await outcome(bob, room, { type: "start" })).toBe("not-host");
    expect(await outcome(bob, room, { type: "kick", player: ada.id })).toBe("not-host");
    expect(await outcome(ada, room, { type: "start" })).toBe("not-ready");
    for (const player of [ada, bob]) await command(player, room, { type: "ready" });
    await join(ada, room);
    await eventually(
      "the game has begun",
      () => ada.state(room)?.state.phase.kind,
      (kind) => kind === "playing",
    );

    expect(await outcome(bob, room, move(0))).toBe("not-your-turn");
    expect(await outcome(carol, room, move(0))).toBe("not-seated");
    expect(await outcome(ada, room, move(9))).toBe("illegal-move");
    expect(await outcome(ada, room, { type: "move", move: { cell: 0, also: 1 } })).toBe("illegal-move");
    expect(await outcome(ada, room, move(0))).toBe("ok");
    expect(await outcome(bob, room, move(0))).toBe("illegal-move");
    for (const [player, cell] of [
      [bob, 3],
      [ada, 1],
      [bob, 4],
      [ada, 2],
    ] as const)
      expect(await outcome(player, room, move(cell))).toBe("ok");
    const state = await eventually(
      "the game is over",
      () => ada.state(room)?.state,
      (seen) => seen?.phase.kind === "finished",
    );
    expect(state?.phase).toEqual({ kind: "finished", outcome: { kind: "won", seats: [0] } });
    expect(await outcome(ada, room, { type: "close" })).toBe("ok");
    expect(await outcome(ada, room, say("anybody?"))).toBe("room-closed");
  });

  it("GATE-2 nobody can ask for what only the room does", async () => {
    const { room } = await createRoom(ada);
    for (const type of ["begin", "drop", "return", "give-up", "close-abandoned", "move-by-itself", "open"])
      expect(await outcome(ada, room, { type, player: bob.id })).toBe("invalid-message");
    expect(await outcome(ada, room, { type: "say", text: "x", actor: bob.id })).toBe("invalid-message");
    expect((await readRoomLog(server.url, ada.session, room)).events).toHaveLength(1);
  });

  it("GATE-2 an invitation reaches those who exist, and nobody else", async () => {
    const { room } = await createRoom(ada);
    expect(await outcome(ada, room, { type: "invite", player: randomUUID() })).toBe("no-such-player");
    expect(await outcome(ada, room, { type: "invite", player: bob.id })).toBe("ok");
  });
});

describe("room:leave", () => {
  it("GATE-3 stops hearing and keeps the seat", async () => {
    const { room } = await createRoom(ada);
    await join(ada, room);
    await join(bob, room);
    await command(bob, room, { type: "take-seat" });
    await eventually(
      "heard",
      () => bob.events(room).length,
      (count) => count === 1,
    );
    await ask(bob, "room:leave", { room });
    await command(ada, room, say("behind your back"));
    await eventually(
      "Ada hears it",
      () => ada.events(room).length,
      (count) => count === 2,
    );
    // A later answer shows that nothing was on its way to Bob any more.
    await ask(bob, "lobby:leave", {});
    expect(bob.events(room).map(({ seq }) => seq)).toEqual([2]);
    expect(ada.state(room)?.state.seats[0]?.player).toBe(bob.id);
    expect(codeOf(await bob.request("room:leave", { room }))).toBe("not-joined");
  });

  it("GATE-3 what needs hearing is refused without it", async () => {
    const { room } = await createRoom(ada);
    expect(codeOf(await bob.request("room:leave", { room }))).toBe("not-joined");
    expect(codeOf(await bob.request("room:seen", { room, seq: 1 }))).toBe("not-joined");
    const after = { epoch: "x", seq: 0 };
    expect(codeOf(await bob.request("room:catch-up", { room, after }))).toBe("not-joined");
  });

  it("GATE-3 a connection hears a limited number of rooms", async () => {
    const dave = await server.player("Dave");
    const rooms = await Promise.all(Array.from({ length: LIMITS.roomsPerSocket + 1 }, () => createRoom(ada)));
    for (const { room } of rooms.slice(0, -1)) await join(dave, room);
    const [first] = rooms;
    const last = rooms.at(-1)?.room ?? "";
    expect(codeOf(await dave.request("room:join", { room: last }))).toBe("too-many-rooms");
    expect(codeOf(await dave.request("room:join", { room: first?.room ?? "" }))).toBe("ok");
    await ask(dave, "room:leave", { room: first?.room ?? "" });
    expect(codeOf(await dave.request("room:join", { room: last }))).toBe("ok");
  });

  it("GATE-3 a connection hears a limited number of rooms, also when it joins them all at once", async () => {
    const [host, dave] = await Promise.all([server.player("Host"), server.player("Dave")]);
    const rooms = await Promise.all(
      Array.from({ length: LIMITS.roomsPerSocket + 5 }, () => createRoom(host)),
    );
    const answers = await Promise.all(rooms.map(({ room }) => dave.request("room:join", { room })));
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === "ok")).toHaveLength(LIMITS.roomsPerSocket);
    expect(codes.filter((code) => code === "too-many-rooms")).toHaveLength(5);
  });
});

describe("private rooms", () => {
  it("GATE-4 by id one answers a stranger exactly as a missing one does, whatever is asked", async () => {
    const { room } = await createRoom(ada, { visibility: "private" });
    const missing = randomUUID();
    const after = { epoch: "x", seq: 0 };
    const asked = (id: string): [string, object][] => [
      ["room:join", { room: id }],
      ["room:join", { room: id, after }],
      ["room:command", { room: id, commandId: "c", command: say("knock") }],
      ["room:command", { room: id, commandId: "c", command: { type: "invite", player: carol.id } }],
      ["room:leave", { room: id }],
      ["room:catch-up", { room: id, after }],
      ["room:seen", { room: id, seq: 1 }],
    ];
    const answers = async (id: string) => {
      const all = [];
      for (const [name, payload] of asked(id)) all.push(await carol.say(name, payload));
      return all;
    };
    const answered = await answers(room);
    expect(answered).toEqual(await answers(missing));
    expect(answered.map(codeOf).slice(0, 3)).toEqual(["room-not-found", "room-not-found", "room-not-found"]);
    expect((await readRoomLog(server.url, ada.session, room)).events).toHaveLength(1);
  });

  it("GATE-4 the code lets anybody in, and from then on the id does", async () => {
    const { room, code } = await createRoom(ada, { visibility: "private" });
    expect(codeOf(await bob.request("room:join", { room }))).toBe("room-not-found");
    expect(await join(bob, `${code.slice(0, 3)}-${code.slice(3).toLowerCase()}`)).toMatchObject({ room });
    await bob.reconnect();
    expect(codeOf(await bob.request("room:join", { room }))).toBe("ok");
  });

  it("GATE-4 made private through one server it is closed by id at every other from that moment", async () => {
    await using other = await startServer({}, server);
    const eve = await other.player("Eve");
    const { room } = await createRoom(ada);
    const byHttp = () =>
      fetch(`${other.url}/api/rooms/${room}/events`, { headers: headersOf(other.url, eve.session) });
    // The other server holds it as a public room.
    expect((await byHttp()).status).toBe(200);
    await command(ada, room, { type: "configure", visibility: "private" });
    const [answer, response] = await Promise.all([eve.request("room:join", { room }), byHttp()]);
    expect(codeOf(answer)).toBe("room-not-found");
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ refusal: { code: "room-not-found" } });
  });

  it("GATE-4 an invitation lets somebody in", async () => {
    const { room } = await createRoom(ada, { visibility: "private" });
    await command(ada, room, { type: "invite", player: carol.id });
    expect(codeOf(await carol.request("room:join", { room }))).toBe("ok");
  });
});

it("GATE-5 a player may do only so much in a second, over all connections, and is told when to go on", async () => {
  await using strict = await startServer({ COMMANDS_PER_SECOND: "20" });
  const eve = await strict.player("Eve");
  const answers = await Promise.all(Array.from({ length: 60 }, () => eve.request("lobby:leave", {})));
  const refused = answers.filter(({ ok }) => !ok);
  expect(answers.length - refused.length).toBe(20);
  for (const answer of refused)
    expect(answer).toMatchObject({
      refusal: { code: "rate-limited", retryable: true, retryAfterMs: expect.any(Number) },
    });
  const other = await strict.player("Other");
  expect(codeOf(await other.request("lobby:leave", {}))).toBe("ok");
  await eventually(
    "Eve may go on",
    () => eve.request("lobby:leave", {}),
    ({ ok }) => ok,
  );
});

it("GATE-5 guessing codes is throttled, and then the right one is not found either; rooms by id are", async () => {
  const eve = await server.player("Eve");
  const { room, code } = await createRoom(ada);
  const guess = (number: number) => `QQQ${"ABCDEFGH"[number % 8]}${"ABCDEFGHJK"[Math.floor(number / 8)]}Q`;
  expect(codeOf(await eve.request("room:join", { room: code }))).toBe("ok");
  const guesses = await Promise.all(
    Array.from({ length: 80 }, (_, number) => eve.request("room:join", { room: guess(number) })),
  );
  const codes = guesses.map(codeOf);
  expect(codes.filter((one) => one === "room-not-found")).toHaveLength(60);
  expect(codes.filter((one) => one === "rate-limited")).toHaveLength(20);
  expect(codeOf(await eve.request("room:join", { room: code }))).toBe("rate-limited");
  expect(codeOf(await eve.request("room:join", { room }))).toBe("ok");
  expect(codeOf(await ada.request("room:join", { room: code }))).toBe("ok");
});

import { randomUUID } from "node:crypto";
import { LIMITS, NAMESPACE, type RoomId } from "@rejoin/protocol";
import { assertGapless, eventually, type RawPlayer, readRoomLog } from "@rejoin/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RawConnection } from "../testing/raw-connection.js";
import {
  ask,
  codeOf,
  command,
  createRoom,
  join,
  type ServerUnderTest,
  startServer,
} from "../testing/server-under-test.js";

let server: ServerUnderTest;
let ada: RawPlayer;
let bob: RawPlayer;
let room: RoomId;
let epoch: string;

beforeAll(async () => {
  server = await startServer();
  [ada, bob] = await Promise.all([server.player("Ada"), server.player("Bob")]);
  ({ room } = await createRoom(ada));
  for (const player of [ada, bob]) {
    await join(player, room);
    await command(player, room, { type: "take-seat" });
  }
  for (const player of [ada, bob]) await command(player, room, { type: "ready" });
  await eventually(
    "the game runs",
    () => ada.state(room)?.state.phase.kind,
    (kind) => kind === "playing",
  );
  await command(ada, room, { type: "say", text: "used" }, "used-id");
  epoch = (await log()).epoch;
});
afterAll(() => server[Symbol.asyncDispose]());

const log = () => readRoomLog(server.url, ada.session, room);

/** Whatever `act` does, the log stays as it is and the server goes on. */
async function leavesNoTrace(act: () => Promise<void>): Promise<void> {
  const before = await log();
  await act();
  const after = await log();
  expect(after).toEqual(before);
  assertGapless(after);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  // Those who are here still hear and are heard.
  expect(codeOf(await bob.request("room:seen", { room, seq: 1 }))).toBe("ok");
}

const given = (inside: unknown, commandId: unknown = randomUUID()) => ({ room, commandId, command: inside });
const deep = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);

type Row = [what: string, message: string, payload: () => unknown[], code: string];
const rows: Row[] = [
  ["an unknown event", "room:destroy", () => [{ room }], "unknown-event"],
  ["an event named like a property of every object", "constructor", () => [{}], "unknown-event"],
  ["an event named __proto__", "__proto__", () => [{}], "unknown-event"],
  ["an event named toString", "toString", () => [{}], "unknown-event"],
  ["an event with an endless name", "x".repeat(10_000), () => [{}], "unknown-event"],
  ["a message of the server's", "room:events", () => [{ room, epoch, events: [] }], "unknown-event"],
  ["no payload", "room:join", () => [], "invalid-message"],
  ["two payloads", "room:join", () => [{ room }, { room }], "invalid-message"],
  ["null", "room:join", () => [null], "invalid-message"],
  ["an array", "room:join", () => [[room]], "invalid-message"],
  ["a string", "room:join", () => [room], "invalid-message"],
  ["a number", "room:join", () => [7], "invalid-message"],
  ["an empty object", "room:command", () => [{}], "invalid-message"],
  ["an extra key", "room:join", () => [{ room, admin: true }], "invalid-message"],
  ["an extra key where nothing is expected", "lobby:join", () => [{ all: true }], "invalid-message"],
  ["a room that is a number", "room:join", () => [{ room: 7 }], "invalid-message"],
  ["a room that is an object", "room:join", () => [{ room: { $ne: null } }], "invalid-message"],
  ["a room that is SQL", "room:join", () => [{ room: "' OR 1=1 --" }], "invalid-message"],
  ["an empty room", "room:join", () => [{ room: "" }], "invalid-message"],
  ["a room that nobody opened", "room:join", () => [{ room: randomUUID() }], "room-not-found"],
  ["a code that no room has", "room:join", () => [{ room: "ZZZZZZ" }], "room-not-found"],
  [
    "a command for a room that nobody opened",
    "room:command",
    () => [{ room: randomUUID(), commandId: "c", command: { type: "say", text: "x" } }],
    "room-not-found",
  ],
  [
    "a command for a room by its code",
    "room:command",
    () => [{ room: "ABCDEF", commandId: "c", command: { type: "say", text: "x" } }],
    "invalid-message",
  ],
  ["a command that is no object", "room:command", () => [given("say")], "invalid-message"],
  ["a command without a type", "room:command", () => [given({ text: "x" })], "invalid-message"],
  ["an unknown command", "room:command", () => [given({ type: "win" })], "invalid-message"],
  ["a command of the room's own", "room:command", () => [given({ type: "begin" })], "invalid-message"],
  [
    "a command with an extra key",
    "room:command",
    () => [given({ type: "say", text: "x", by: { name: "Bob" } })],
    "invalid-message",
  ],
  [
    "a command with a number for a text",
    "room:command",
    () => [given({ type: "say", text: 7 })],
    "invalid-message",
  ],
  [
    "a text of nothing",
    "room:command",
    () => [given({ type: "say", text: " \u0000\u200b " })],
    "invalid-message",
  ],
  [
    "a text that is too long",
    "room:command",
    () => [given({ type: "say", text: "x".repeat(LIMITS.messageLength + 1) })],
    "too-large",
  ],
  [
    "a text that is far too long",
    "room:command",
    () => [given({ type: "say", text: "x".repeat(40_000) })],
    "too-large",
  ],
  [
    "a move that is too large",
    "room:command",
    () => [given({ type: "move", move: { cell: "x".repeat(LIMITS.gameJsonLength) } })],
    "too-large",
  ],
  [
    "a move of very deep nesting",
    "room:command",
    () => [given({ type: "move", move: deep(900) })],
    "invalid-message",
  ],
  [
    "a move with an unpaired surrogate",
    "room:command",
    () => [given({ type: "move", move: "\ud800" })],
    "invalid-message",
  ],
  [
    "a move with a null character",
    "room:command",
    () => [given({ type: "move", move: "\u0000" })],
    "invalid-message",
  ],
  [
    "a move that is no move of the game",
    "room:command",
    () => [given({ type: "move", move: { column: 1 } })],
    "illegal-move",
  ],
  [
    "a move when it is not my turn",
    "room:command",
    () => [given({ type: "move", move: { cell: 0 } })],
    "not-your-turn",
  ],
  ["a seat that is taken", "room:command", () => [given({ type: "take-seat", seat: 0 })], "already-seated"],
  ["a seat below zero", "room:command", () => [given({ type: "take-seat", seat: -1 })], "invalid-message"],
  ["a seat and a half", "room:command", () => [given({ type: "take-seat", seat: 0.5 })], "invalid-message"],
  [
    "a reaction that is none",
    "room:command",
    () => [given({ type: "react", reaction: "<script>" })],
    "invalid-message",
  ],
  [
    "to send somebody away without being the host",
    "room:command",
    () => [given({ type: "kick", player: ada.id })],
    "not-host",
  ],
  ["to close a room without being the host", "room:command", () => [given({ type: "close" })], "not-host"],
  [
    "a command id that is a number",
    "room:command",
    () => [given({ type: "say", text: "x" }, 7)],
    "invalid-message",
  ],
  [
    "a command id that is empty",
    "room:command",
    () => [given({ type: "say", text: "x" }, "")],
    "invalid-message",
  ],
  [
    "a command id with a space",
    "room:command",
    () => [given({ type: "say", text: "x" }, "a b")],
    "invalid-message",
  ],
  [
    "a command id that is too long",
    "room:command",
    () => [given({ type: "say", text: "x" }, "x".repeat(65))],
    "invalid-message",
  ],
  ["no command id", "room:command", () => [{ room, command: { type: "say", text: "x" } }], "invalid-message"],
  ["a cursor without an epoch", "room:catch-up", () => [{ room, after: { seq: 1 } }], "invalid-message"],
  ["a cursor below zero", "room:catch-up", () => [{ room, after: { epoch, seq: -1 } }], "invalid-message"],
  [
    "a cursor that is a text",
    "room:catch-up",
    () => [{ room, after: { epoch, seq: "1" } }],
    "invalid-message",
  ],
  [
    "a cursor past every number",
    "room:catch-up",
    () => [{ room, after: { epoch, seq: 2 ** 40 } }],
    "invalid-message",
  ],
  [
    "a cursor from the future",
    "room:catch-up",
    () => [{ room, after: { epoch, seq: 5_000 } }],
    "ahead-of-log",
  ],
  [
    "a cursor from the future, joining",
    "room:join",
    () => [{ room, after: { epoch, seq: 5_000 } }],
    "ahead-of-log",
  ],
  ["to have seen the future", "room:seen", () => [{ room, seq: 5_000 }], "ahead-of-log"],
  ["to have seen half an event", "room:seen", () => [{ room, seq: 1.5 }], "invalid-message"],
  [
    "a title of nothing",
    "room:create",
    () => [{ commandId: "c", title: "", game: "tic-tac-toe", visibility: "public" }],
    "invalid-message",
  ],
  [
    "a title that is too long",
    "room:create",
    () => [{ commandId: "c", title: "x".repeat(49), game: "tic-tac-toe", visibility: "public" }],
    "too-large",
  ],
  [
    "a game that nobody knows",
    "room:create",
    () => [{ commandId: "c", title: "x", game: "__proto__", visibility: "public" }],
    "unknown-game",
  ],
  ["binary for a payload", "room:join", () => [Buffer.from("room")], "invalid-message"],
  ["binary inside a payload", "room:join", () => [{ room: Buffer.from("room") }], "invalid-message"],
  [
    "binary inside a move",
    "room:command",
    () => [given({ type: "move", move: { cell: Buffer.from([1]) } })],
    "invalid-message",
  ],
];

describe("what must be refused", () => {
  it.each(rows)("GATE-14 %s is refused, and leaves nothing behind", async (_what, message, payload, code) => {
    await leavesNoTrace(async () => {
      const answer = await bob.say(message, ...payload());
      expect(codeOf(answer)).toBe(code);
      expect(answer).toEqual({
        ok: false,
        refusal: { code, message: expect.stringMatching(/^.{1,400}$/s), retryable: false },
      });
    });
  });

  it("GATE-14 somebody who watches cannot play", async () => {
    const carol = await server.player("Carol");
    await leavesNoTrace(async () => {
      for (const inside of [
        { type: "move", move: { cell: 0 } },
        { type: "resign" },
        { type: "leave-seat" },
        { type: "ready" },
        { type: "rematch" },
      ])
        expect(codeOf(await carol.say("room:command", given(inside)))).toBe("not-seated");
    });
  });

  it("GATE-14 a replayed command id with another body is refused", async () => {
    await leavesNoTrace(async () => {
      expect(codeOf(await ada.say("room:command", given({ type: "say", text: "other" }, "used-id")))).toBe(
        "command-id-reused",
      );
      expect(codeOf(await ada.say("room:command", given({ type: "resign" }, "used-id")))).toBe(
        "command-id-reused",
      );
      expect(codeOf(await ada.say("room:command", given({ type: "say", text: "used" }, "used-id")))).toBe(
        "ok",
      );
    });
  });

  it("GATE-14 a cursor of another epoch is answered with a snapshot, whatever its number", async () => {
    await leavesNoTrace(async () => {
      const answer = await ask(bob, "room:catch-up", { room, after: { epoch: "stale", seq: 5_000 } });
      expect(answer).toMatchObject({ catchUp: "snapshot", epoch });
    });
  });
});

describe("what no client library sends", () => {
  const refused = (packet: string) =>
    JSON.parse(packet.slice(packet.indexOf("["))) as [{ ok: boolean; refusal: { code: string } }];
  const say = (text: string) => `{"type":"say","text":"${text}"}`;

  it.each([
    ["a __proto__ key", `{"__proto__":{"admin":true},"room":"ROOM"}`],
    ["a constructor key", `{"constructor":{"prototype":{"admin":true}},"room":"ROOM"}`],
    ["a __proto__ key instead of a real one", `{"__proto__":{"room":"ROOM"}}`],
    ["the same key twice, the last one wrong", `{"room":"ROOM","room":7}`],
  ])("GATE-15 a payload with %s is refused", async (_what, payload) => {
    await leavesNoTrace(async () => {
      using connection = await RawConnection.enter(server.url, bob.session);
      connection.send(`2${NAMESPACE},1["room:join",${payload.replace("ROOM", room)}]`);
      const [answer] = refused(await connection.hears(`3${NAMESPACE},1`));
      expect(answer).toMatchObject({ ok: false, refusal: { code: "invalid-message" } });
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    });
  });

  it.each([
    ["a command with a __proto__ key", `{"type":"say","text":"x","__proto__":{"type":"close"}}`],
    ["a move with a __proto__ key", `{"type":"move","move":{"cell":0,"__proto__":{"cell":1}}}`],
    ["a move with a __proto__ key far inside", `{"type":"move","move":[[{"__proto__":1}]]}`],
  ])("GATE-15 %s is refused", async (_what, inside) => {
    await leavesNoTrace(async () => {
      using connection = await RawConnection.enter(server.url, bob.session);
      connection.send(
        `2${NAMESPACE},1["room:command",{"room":"${room}","commandId":"p","command":${inside}}]`,
      );
      const [answer] = refused(await connection.hears(`3${NAMESPACE},1`));
      expect(answer).toMatchObject({ ok: false, refusal: { code: "invalid-message" } });
    });
  });

  it("GATE-15 a message without an acknowledgement is not acted on, and its sender is told why", async () => {
    await leavesNoTrace(async () => {
      using connection = await RawConnection.enter(server.url, ada.session);
      connection.send(
        `2${NAMESPACE},["room:command",{"room":"${room}","commandId":"n","command":${say("unheard")}}]`,
      );
      const told = await connection.hears(`2${NAMESPACE},["message:refused"`);
      expect(JSON.parse(told.slice(told.indexOf("[")))).toEqual([
        "message:refused",
        {
          event: "room:command",
          refusal: { code: "invalid-message", message: expect.any(String), retryable: false },
        },
      ]);
    });
  });

  it("GATE-15 what is told of messages without an acknowledgement is counted under names that are known", async () => {
    using connection = await RawConnection.enter(server.url, ada.session);
    connection.send(`2${NAMESPACE},["made-up-${"x".repeat(200)}",{}]`);
    await connection.hears(`2${NAMESPACE},["message:refused"`);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('event="unknown"');
    expect(metrics).not.toContain("made-up");
  });

  it("GATE-15 events with names that libraries reserve do no harm", async () => {
    await leavesNoTrace(async () => {
      using connection = await RawConnection.enter(server.url, bob.session);
      connection.send(`2${NAMESPACE},1["error",{"message":"boo"}]`);
      expect(refused(await connection.hears(`3${NAMESPACE},1`))[0].refusal.code).toBe("unknown-event");
      connection.send(`2${NAMESPACE},2[7,{}]`);
      expect(refused(await connection.hears(`3${NAMESPACE},2`))[0].refusal.code).toBe("unknown-event");
    });
  });

  it.each([
    ["a reserved event", `2${NAMESPACE},1["disconnect",{}]`],
    ["another reserved event", `2${NAMESPACE},1["newListener",{}]`],
    ["an event without a name", `2${NAMESPACE},1[]`],
    ["an event that is an object", `2${NAMESPACE},1{"a":1}`],
    ["an event whose name is an object", `2${NAMESPACE},1[{},{}]`],
    ["no JSON", `2${NAMESPACE},1["room:join",{"room":`],
    ["a packet of no known type", `9${NAMESPACE},1["room:join",{}]`],
    ["garbage", "\u0000\uffff garbage"],
    ["binary that was not announced", Buffer.from("binary")],
    ["more binary than there may be", `599999999-${NAMESPACE},1["room:join",{"_placeholder":true,"num":0}]`],
    [
      "a packet that is too large",
      `2${NAMESPACE},1["room:command",{"text":"${"x".repeat(LIMITS.packetBytes)}"}]`,
    ],
    ["binary that is too large", Buffer.alloc(LIMITS.packetBytes + 1)],
  ])("GATE-15 %s ends its connection, and nothing else", async (_what, packet) => {
    await leavesNoTrace(async () => {
      const connection = await RawConnection.enter(server.url, bob.session);
      connection.send(packet);
      // Whoever announces binary and then sends something else has broken the protocol as well.
      if (typeof packet === "string" && packet.startsWith("5"))
        connection.send(`2${NAMESPACE},1["lobby:leave",{}]`);
      await eventually(
        "cut",
        () => connection.isOpen,
        (open) => !open,
      );
    });
  });

  it("GATE-15 JSON that nests as deep as a packet can does no harm", async () => {
    await leavesNoTrace(async () => {
      using connection = await RawConnection.enter(server.url, bob.session);
      const levels = 32_000;
      connection.send(`2${NAMESPACE},1["room:command",${"[".repeat(levels)}${"]".repeat(levels)}]`);
      expect(refused(await connection.hears(`3${NAMESPACE},1`))[0].refusal.code).toBe("invalid-message");
      const move = `${"[".repeat(levels)}${"]".repeat(levels)}`;
      connection.send(
        `2${NAMESPACE},2["room:command",{"room":"${room}","commandId":"d","command":{"type":"move","move":${move}}}]`,
      );
      expect(refused(await connection.hears(`3${NAMESPACE},2`))[0].refusal.code).toBe("invalid-message");
    });
  });

  it("GATE-15 an answer to a question that was never asked does no harm", async () => {
    await leavesNoTrace(async () => {
      using connection = await RawConnection.enter(server.url, bob.session);
      connection.send(`3${NAMESPACE},77[{"ok":true}]`);
      connection.send(`2${NAMESPACE},1["lobby:leave",{}]`);
      await connection.hears(`3${NAMESPACE},1`);
    });
  });
});

describe("HTTP", () => {
  const events = (id: string, query = "") => fetch(`${server.url}/api/rooms/${id}/events${query}`);
  const code = async (response: Response) =>
    ((await response.json()) as { refusal?: { code: string } }).refusal?.code ?? "ok";

  it.each([
    ["?after=-1", "invalid-message"],
    ["?after=x", "invalid-message"],
    ["?after=1.5", "invalid-message"],
    ["?after=99999999999", "invalid-message"],
    ["?after=1&after=2", "invalid-message"],
    ["?after[$gt]=1", "invalid-message"],
    ["?limit=0", "invalid-message"],
    ["?limit=1001", "invalid-message"],
    ["?limit=all", "invalid-message"],
    ["?__proto__=1", "invalid-message"],
    ["?more=1", "invalid-message"],
  ])("HTTP-1 a replay with the query %s is refused", async (query, refusal) => {
    await leavesNoTrace(async () => {
      const response = await events(room, query);
      expect([response.status, await code(response)]).toEqual([400, refusal]);
    });
  });

  it.each(["not-a-room", "%00", "..%2f..%2fetc", "' OR 1=1", "a".repeat(90)])(
    "HTTP-1 a room called %j is refused",
    async (name) => {
      const response = await events(encodeURIComponent(name));
      expect(response.status).toBe(400);
    },
  );

  it("HTTP-2 a private room answers a stranger exactly as a missing one does, and its members with its log", async () => {
    const { room: secret, code: by } = await createRoom(ada, { visibility: "private" });
    const answers = await Promise.all([secret, randomUUID(), "ZZZZZZ"].map((id) => events(id)));
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(bodies[0]).toEqual(bodies[1]);
    expect(bodies[0]).toMatchObject({ refusal: { code: "room-not-found" } });
    expect((await readRoomLog(server.url, ada.session, secret)).events).toHaveLength(1);
    await join(bob, by);
    expect((await readRoomLog(server.url, bob.session, secret)).events).toHaveLength(1);
  });

  it("HTTP-2 guessing codes is throttled here too", async () => {
    const mine = await server.player("Guesser");
    const headers = { cookie: mine.session.cookie };
    const answers = await Promise.all(
      Array.from({ length: 70 }, (_, number) =>
        fetch(
          `${server.url}/api/rooms/QQQQ${"ABCDEFGHJK"[number % 10]}${"ABCDEFGH"[Math.floor(number / 10)]}/events`,
          { headers },
        ),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });
});

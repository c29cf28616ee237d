import { NAMESPACE, PROTOCOL_VERSION } from "@rejoin/protocol";
import { eventually, headersOf, RawPlayer, signIn } from "@rejoin/testkit";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { RawConnection } from "../testing/raw-connection.js";
import {
  ask,
  command,
  createRoom,
  join,
  type ServerUnderTest,
  startServer,
} from "../testing/server-under-test.js";

let server: ServerUnderTest;
const sockets: Socket[] = [];
/** For a connection that speaks for its cookie alone. */
const NOBODY = { id: "", name: "", avatar: "" };

beforeAll(async () => {
  server = await startServer({ CONNECTIONS_PER_SESSION: "3", PUBLIC_ORIGINS: "https://play.example.org" });
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});
afterAll(() => server[Symbol.asyncDispose]());

interface Knock {
  to?: string;
  namespace?: string;
  headers?: Record<string, string>;
  auth?: Record<string, unknown>;
  transport?: "websocket" | "polling";
}

function open({
  to = server.url,
  namespace = NAMESPACE,
  headers = {},
  auth = {},
  transport = "websocket",
}: Knock): Socket {
  const socket = io(`${to}${namespace}`, {
    transports: [transport],
    forceNew: true,
    reconnection: false,
    auth,
    extraHeaders: headers,
  });
  sockets.push(socket);
  return socket;
}

/** How the door answered: `"in"`, the code of a refusal, or the error of a connection that was cut before any word. */
function knock(how: Knock): Promise<string> {
  return new Promise((resolve) => {
    const socket = open(how);
    socket.once("connect", () => resolve("in"));
    socket.once("connect_error", (error: Error & { data?: { code: string } }) =>
      resolve(error.data?.code ?? error.message),
    );
  });
}

async function headers(name?: string, url = server.url): Promise<Record<string, string>> {
  return headersOf(url, await signIn(url, name));
}

describe("the door", () => {
  it("GATE-6 lets in whoever has a session, by either transport, with or without a version", async () => {
    expect(await knock({ headers: await headers() })).toBe("in");
    expect(await knock({ headers: await headers(), transport: "polling" })).toBe("in");
    expect(await knock({ headers: await headers(), auth: { protocol: PROTOCOL_VERSION } })).toBe("in");
  });

  it("GATE-6 keeps out whoever has none", async () => {
    expect(await knock({})).toBe("unauthenticated");
    for (const cookie of [
      "rejoin_session=",
      "rejoin_session=made-up",
      "other=1",
      "rejoin_session=%00",
      ";;;=",
      "__proto__=1",
    ])
      expect(await knock({ headers: { cookie } }), cookie).toBe("unauthenticated");
    const mine = await headers();
    await fetch(`${server.url}/api/session`, { method: "DELETE", headers: mine });
    expect(await knock({ headers: mine })).toBe("unauthenticated");
  });

  it("GATE-6 keeps out whoever takes themselves for somebody else than their cookie says", async () => {
    const [ada, bob] = await Promise.all([signIn(server.url, "Ada"), signIn(server.url, "Bob")]);
    const knockAs = (player: unknown) => knock({ headers: headersOf(server.url, ada), auth: { player } });
    expect(await knockAs(ada.player.id)).toBe("in");
    for (const player of [bob.player.id, "", null, {}]) expect(await knockAs(player)).toBe("unauthenticated");
  });

  it("GATE-6 says which refusals may be repeated", async () => {
    const socket = open({});
    const error = await new Promise<Error & { data?: unknown }>((resolve) =>
      socket.once("connect_error", resolve),
    );
    expect(error.data).toEqual({ code: "unauthenticated", message: error.message, retryable: false });
  });

  it.each([PROTOCOL_VERSION + 1, PROTOCOL_VERSION - 1, 0, "1", null, {}])(
    "GATE-6 refuses version %j of the protocol",
    async (protocol) => {
      expect(await knock({ headers: await headers(), auth: { protocol } })).toBe("unsupported-version");
    },
  );

  it("GATE-7 refuses a foreign origin, by either transport, although the session is good", async () => {
    const { cookie = "" } = await headers();
    for (const origin of [
      "https://evil.example",
      "null",
      "http://127.0.0.1:1",
      `${server.url}.evil.example`,
      "garbage",
    ])
      for (const transport of ["websocket", "polling"] as const)
        expect(await knock({ headers: { cookie, origin }, transport }), origin).toMatch(/error/);
    for (const origin of [server.url, "https://play.example.org"])
      expect(await knock({ headers: { cookie, origin } }), origin).toBe("in");
  });

  it.each(["/", "/admin", "/games2", "/games/", "/games/room", "/GAMES", "/socket.io", "/__proto__"])(
    "GATE-8 refuses the namespace %s",
    async (namespace) => {
      expect(await knock({ namespace, headers: await headers() })).toMatch(/not-found|Invalid namespace/);
    },
  );

  it("GATE-8 a socket on another namespace hears nothing, whatever it says", async () => {
    const ada = await server.player("Ada");
    const { room } = await createRoom(ada);
    const join1 = `1["room:join",{"room":"${room}"}]`;
    const others = await Promise.all(
      ["", "/admin,"].map(async (namespace) => {
        const other = await RawConnection.open(server.url, ada.session);
        other.send(`0${namespace}`);
        await eventually(
          "refused",
          () => other.heard.length,
          (count) => count > 0,
        );
        return { other, namespace };
      }),
    );
    const heardBefore = others.map(({ other }) => other.heard.length);
    await join(ada, room);
    await ask(ada, "lobby:join", {});
    await command(ada, room, { type: "say", text: "between us" });
    await eventually(
      "Ada hears it",
      () => ada.events(room).length,
      (count) => count === 1,
    );
    await createRoom(ada);
    await eventually(
      "the lobby tells",
      () => ada.all("lobby:rooms").length,
      (count) => count > 0,
    );
    expect(others.map(({ other }) => other.heard.length)).toEqual(heardBefore);
    // To speak where it was not let in ends a connection.
    for (const { other, namespace } of others) {
      other.send(`2${namespace}${join1}`);
      await eventually(
        "cut",
        () => other.isOpen,
        (open) => !open,
      );
      expect(other.heard.every((packet) => packet.startsWith("4"))).toBe(true);
    }
    const impatient = await RawConnection.open(server.url, ada.session);
    impatient.send(`2${NAMESPACE},${join1}`);
    await eventually(
      "cut",
      () => impatient.isOpen,
      (open) => !open,
    );
  });

  it("GATE-9 a client that names a Socket.IO room, such as another connection's id, gains nothing", async () => {
    const ada = await server.player("Ada");
    const eve = await server.player("Eve");
    const { room } = await createRoom(ada, { visibility: "private" });
    await join(ada, room);
    const socket = open({ headers: headersOf(server.url, ada.session) });
    await eventually("connected", () => socket.connected, Boolean);
    for (const name of [socket.id ?? "", "lobby", `room:${room}`, `player:${ada.id}`, ada.id, "/games"]) {
      expect((await eve.say("room:join", { room: name })) as object, name).toMatchObject({ ok: false });
      expect(
        (await eve.say("room:catch-up", { room: name, after: { epoch: "x", seq: 0 } })) as object,
      ).toMatchObject({ ok: false });
    }
    await command(ada, room, { type: "say", text: "between us" });
    await eventually(
      "Ada hears it",
      () => ada.events(room).length,
      (count) => count === 1,
    );
    await ask(eve, "lobby:leave", {});
    expect(eve.heard.filter(({ name }) => name !== "message:refused")).toEqual([]);
  });

  it("GATE-10 a player has a limited number of connections, also when they come at once", async () => {
    const mine = await headers("Crowd");
    const answers = await Promise.all(Array.from({ length: 12 }, () => knock({ headers: mine })));
    expect(answers.filter((answer) => answer === "in")).toHaveLength(3);
    expect(answers.filter((answer) => answer === "too-many-connections")).toHaveLength(9);
    expect(await knock({ headers: await headers() })).toBe("in");
    sockets.find((socket) => socket.connected)?.disconnect();
    await eventually(
      "one more fits",
      () => knock({ headers: mine }),
      (answer) => answer === "in",
    );
  });

  it("GATE-10 of connections that are told at the same moment who they are, no more are let in", async () => {
    const mine = await headers("Together");
    const answers = await server.database.prisma
      .$transaction(async (database) => {
        await database.$executeRaw`LOCK TABLE session IN ACCESS EXCLUSIVE MODE`;
        const knocks = Array.from({ length: 12 }, () => knock({ headers: mine }));
        await eventually(
          "their sessions are looked up",
          () => database.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE NOT granted`,
          (waiting) => waiting.length > 0,
        );
        return knocks;
      })
      .then((knocks) => Promise.all(knocks));
    expect(answers.filter((answer) => answer === "in")).toHaveLength(3);
    expect(answers.filter((answer) => answer === "too-many-connections")).toHaveLength(9);
  });

  it("GATE-10 connections that were refused are not counted", async () => {
    const mine = await headers("Again");
    for (let time = 0; time < 5; time += 1)
      expect(await knock({ headers: mine, auth: { protocol: 99 } })).toBe("unsupported-version");
    expect(await knock({ headers: mine })).toBe("in");
  });

  it("GATE-10 an address has a limited number of connections, whoever they are, also when they come at once", async () => {
    await using behind = await startServer({ CONNECTIONS_PER_ADDRESS: "3", TRUST_PROXY: "true" });
    const to = behind.url;
    const from = async (address: string) => ({
      to,
      headers: { ...(await headers(undefined, to)), "x-forwarded-for": address },
    });
    const crowd = await Promise.all(Array.from({ length: 9 }, () => from("203.0.113.7, 10.0.0.1")));
    const answers = await Promise.all(crowd.map(knock));
    expect(answers.filter((answer) => answer === "in")).toHaveLength(3);
    expect(answers.filter((answer) => answer === "too-many-connections")).toHaveLength(6);
    expect(await knock(await from("203.0.113.8, 10.0.0.1"))).toBe("in");
    expect(await knock(await from("203.0.113.7"))).toBe("too-many-connections");
    sockets.find((socket) => socket.connected)?.disconnect();
    const again = await from("203.0.113.7");
    await eventually(
      "one more fits",
      () => knock(again),
      (answer) => answer === "in",
    );
  });

  it("GATE-10 of an address those who were refused, or left at the door, are not counted when they are gone", async () => {
    await using strict = await startServer({ CONNECTIONS_PER_ADDRESS: "2", LIMIT_LOOPBACK: "true" });
    const to = strict.url;
    const mine = await headers("Again", to);
    for (let time = 0; time < 5; time += 1) {
      // The server may not have heard yet that the last ones are gone.
      await eventually(
        "refused as a stranger",
        () => knock({ to }),
        (answer) => answer === "unauthenticated",
      );
      const hasty = await RawConnection.open(to, { cookie: mine.cookie ?? "", player: NOBODY });
      hasty.send(`0${NAMESPACE},`);
      hasty[Symbol.dispose]();
    }
    await eventually(
      "in",
      () => knock({ to, headers: mine }),
      (answer) => answer === "in",
    );
    // Nobody is believed who says from where they come, where no proxy does.
    await eventually(
      "in",
      () => knock({ to, headers: { ...mine, "x-forwarded-for": "203.0.113.7" } }),
      (answer) => answer === "in",
    );
    expect(await knock({ to, headers: { ...mine, "x-forwarded-for": "203.0.113.8" } })).toBe(
      "too-many-connections",
    );
  });

  it("GATE-10 of an address one connection that knocks again and again is counted as one", async () => {
    await using strict = await startServer({ CONNECTIONS_PER_ADDRESS: "2", LIMIT_LOOPBACK: "true" });
    const to = strict.url;
    const mine = await headers("Again", to);
    using stubborn = await RawConnection.open(to, { cookie: "", player: NOBODY });
    for (let time = 1; time <= 5; time += 1) {
      stubborn.send(`0${NAMESPACE},`);
      await eventually(
        "refused",
        () => stubborn.heard.filter((packet) => packet.includes("unauthenticated")).length,
        (count) => count === time,
      );
    }
    expect(await knock({ to, headers: mine })).toBe("in");
    // Refused and still there, it takes one of the two places.
    expect(await knock({ to, headers: mine })).toBe("too-many-connections");
  });

  it("GATE-10 this machine's own addresses are not limited, unless that is asked for", async () => {
    await using open = await startServer({ CONNECTIONS_PER_ADDRESS: "1" });
    const to = open.url;
    const mine = await headers("Neighbour", to);
    for (let time = 0; time < 3; time += 1) expect(await knock({ to, headers: mine })).toBe("in");
  });

  it("GATE-6 whoever comes while the database is away is told to come again", async () => {
    await using away = await startServer();
    const session = await signIn(away.url);
    await away.database.prisma.$executeRawUnsafe('ALTER TABLE "session" RENAME TO "session_away"');
    await expect(RawPlayer.connect(away.url, session)).rejects.toMatchObject({
      data: { code: "unavailable", retryable: true },
    });
    await away.database.prisma.$executeRawUnsafe('ALTER TABLE "session_away" RENAME TO "session"');
    const player = await RawPlayer.connect(away.url, session);
    expect(player.isConnected).toBe(true);
    player.disconnect();
  });
});

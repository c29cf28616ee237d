import type { Device, Player, TransferAnswer } from "@rejoin/protocol";
import { eventually, RawPlayer } from "@rejoin/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServerUnderTest, startServer } from "../testing/server-under-test.js";

let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

interface Answer {
  status: number;
  said: { player: Player; devices: Device[]; refusal?: { code: string; message: string } } & TransferAnswer;
  cookie: string;
}

const PHONE = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";

async function call(
  method: string,
  path: string,
  { cookie = "", body, to = server }: { cookie?: string; body?: unknown; to?: ServerUnderTest } = {},
): Promise<Answer> {
  const response = await fetch(`${to.url}/api${path}`, {
    method,
    headers: {
      "user-agent": PHONE,
      ...(cookie && { cookie }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const [line = ""] = response.headers.getSetCookie();
  return { status: response.status, said: text ? JSON.parse(text) : {}, cookie: line.split(";")[0] ?? "" };
}

const signIn = async (name: string) => call("POST", "/session", { body: { name } });
const offer = async ({ cookie }: Answer) => (await call("POST", "/session/transfer", { cookie })).said;
const redeem = (transfer: string, cookie?: string) =>
  call("POST", "/session/redeem", { body: { transfer }, ...(cookie && { cookie }) });
const devices = async ({ cookie }: Answer) => (await call("GET", "/sessions", { cookie })).said.devices;

describe("moving to another device", () => {
  it("HTTP-15 a link or a code makes another browser speak for the same player", async () => {
    const desk = await signIn("Ada");
    const { link, code, expiresAt } = await offer(desk);
    expect(link).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(code).toMatch(/^[A-Z2-9]{8}$/);
    expect(expiresAt - Date.now()).toBeLessThanOrEqual(5 * 60_000);
    const phone = await redeem(link);
    expect(phone).toMatchObject({ status: 201, said: { player: desk.said.player } });
    expect(phone.cookie).not.toBe(desk.cookie);
    expect((await call("GET", "/session", phone)).said.player).toEqual(desk.said.player);
    const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    const again = await offer(desk);
    expect((await redeem(typed)).status).toBe(400);
    expect((await redeem(`${again.code.slice(0, 4).toLowerCase()}-${again.code.slice(4)}`)).status).toBe(201);
    expect((await call("GET", "/session", desk)).status).toBe(200);
  });

  it("HTTP-15 it is good once, however many take it up at the same time", async () => {
    const { link, code } = await offer(await signIn("Ada"));
    const answers = await Promise.all([redeem(link), redeem(code), redeem(link), redeem(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
    expect((await redeem(link)).said.refusal).toMatchObject({
      code: "no-such-transfer",
      message: expect.stringContaining("used already"),
    });
  });

  it("HTTP-15 it ends by itself, and by the next one", async () => {
    const desk = await signIn("Ada");
    const first = await offer(desk);
    const second = await offer(desk);
    expect((await redeem(first.link)).said.refusal?.message).toContain("no such code");
    await server.database.prisma.sessionTransfer.updateMany({
      where: { playerId: desk.said.player.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect((await redeem(second.link)).said.refusal?.message).toContain("expired");
  });

  it("HTTP-15 neither of its secrets is stored", async () => {
    const { link, code } = await offer(await signIn("Ada"));
    const stored = JSON.stringify(await server.database.prisma.sessionTransfer.findMany());
    expect(stored).not.toContain(link);
    expect(stored).not.toContain(code);
  });

  it("HTTP-15 a browser gives up who it was, and one that is the player already changes nothing", async () => {
    const [desk, stranger] = [await signIn("Ada"), await signIn("Bob")];
    const { link } = await offer(desk);
    expect((await redeem(link, desk.cookie)).said.refusal?.message).toContain("already");
    const moved = await redeem(link, stranger.cookie);
    expect(moved.said.player).toEqual(desk.said.player);
    expect((await call("GET", "/session", stranger)).status).toBe(401);
  });

  it("HTTP-15 only who has a session offers, and what is no code at all is refused by name", async () => {
    expect((await call("POST", "/session/transfer")).status).toBe(401);
    for (const transfer of ["", "ABC", "x".repeat(200), 7, null])
      expect((await call("POST", "/session/redeem", { body: { transfer } })).said.refusal?.code).toBe(
        "invalid-message",
      );
  });

  it("HTTP-15 one address guesses only so often", async () => {
    await using strict = await startServer({ LIMIT_LOOPBACK: "true", TRANSFERS_PER_MINUTE: "3" });
    const guess = () =>
      call("POST", "/session/redeem", { to: strict, body: { transfer: "ABCDEFGH" } }).then(
        ({ status }) => status,
      );
    expect([await guess(), await guess(), await guess(), await guess()]).toEqual([400, 400, 400, 429]);
  });
});

describe("a player's devices", () => {
  it("HTTP-16 are listed with what they are, and which one asks, once however often their token was renewed", async () => {
    const desk = await signIn("Ada");
    const phone = await redeem((await offer(desk)).link);
    const renewed = await call("POST", "/session", { cookie: phone.cookie, body: {} });
    const listed = await devices(renewed);
    expect(listed).toHaveLength(2);
    expect(listed.filter(({ isThis }) => isThis)).toHaveLength(1);
    for (const { label, createdAt, usedAt } of listed) {
      expect(label).toBe("Firefox, Android");
      expect(Math.abs(Date.now() - createdAt)).toBeLessThan(60_000);
      expect(Math.abs(Date.now() - usedAt)).toBeLessThan(60_000);
    }
    expect((await devices(desk)).map(({ id }) => id).sort()).toEqual(listed.map(({ id }) => id).sort());
  });

  it("HTTP-16 an ended one is cut at once and let in no more; the others go on", async () => {
    const desk = await signIn("Ada");
    const phone = await redeem((await offer(desk)).link);
    using onDesk = await RawPlayer.connect(server.url, { player: desk.said.player, cookie: desk.cookie });
    using onPhone = await RawPlayer.connect(server.url, { player: desk.said.player, cookie: phone.cookie });
    const [there] = (await devices(desk)).filter(({ isThis }) => !isThis);
    expect((await call("DELETE", `/sessions/${there?.id}`, desk)).status).toBe(204);
    await eventually(
      "the phone is cut",
      () => onPhone.isConnected,
      (connected) => !connected,
    );
    expect(onDesk.isConnected).toBe(true);
    expect((await call("GET", "/session", phone)).status).toBe(401);
    expect(await devices(desk)).toHaveLength(1);
  });

  it("HTTP-16 nobody ends somebody else's, nor what is no device", async () => {
    const [ada, bob] = [await signIn("Ada"), await signIn("Bob")];
    const [adas] = await devices(ada);
    for (const id of [adas?.id, crypto.randomUUID(), "nonsense", "%00"])
      expect([id, (await call("DELETE", `/sessions/${id}`, bob)).status]).toEqual([id, 404]);
    expect(await devices(ada)).toHaveLength(1);
    expect((await call("GET", "/sessions")).status).toBe(401);
  });
});

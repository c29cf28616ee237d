import type { Invitation } from "@rejoin/protocol";
import { eventually, RawPlayer } from "@rejoin/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  codeOf,
  command,
  createRoom,
  outcome,
  type ServerUnderTest,
  startServer,
} from "../testing/server-under-test.js";

let one: ServerUnderTest;
let other: ServerUnderTest;
let ada: RawPlayer;
beforeAll(async () => {
  one = await startServer();
  other = await startServer({}, one);
  ada = await one.player("Ada");
});
afterAll(async () => {
  for (const server of [other, one]) await server?.[Symbol.asyncDispose]();
});

const waiting = async (player: RawPlayer) => (await ask(player, "me:join", {})).invitations;

/** What somebody was told of their invitations last, once it is as expected. */
function told(player: RawPlayer, what: string, isSo: (invitations: Invitation[]) => boolean) {
  const last = () => player.all("me:invitations").at(-1)?.invitations;
  return eventually(what, last, (invitations) => invitations !== undefined && isSo(invitations));
}

async function names(player: RawPlayer, name?: string): Promise<string[]> {
  const { people } = await ask(player, "lobby:people", name === undefined ? {} : { name });
  return people.map((person) => person.name);
}

describe("people in the lobby", () => {
  it("LOBBY-1 are found by name, also when they have left, and on whichever server they were", async () => {
    const [zoe, zora] = [await one.player("Zoe Quill"), await other.player("Zora Quill")];
    for (const player of [zoe, zora]) await ask(player, "lobby:join", {});
    const bothAreNamed = (found: string[]) => found.length === 2;
    await eventually("both are named", () => names(ada, "quill"), bothAreNamed);
    expect(await names(ada, "zoE")).toEqual(["Zoe Quill"]);
    expect(await names(zoe, "Quill")).toEqual(["Zora Quill"]);
    expect(await names(ada, "Nobody")).toEqual([]);
    expect(await names(ada)).toEqual(expect.arrayContaining(["Zoe Quill", "Zora Quill"]));
    for (const player of [zoe, zora]) player.disconnect();
    await eventually("they have left", () => names(ada, "quill"), bothAreNamed);
    await one.database.prisma.player.updateMany({
      where: { id: zora.id },
      data: { lobbyAt: new Date(Date.now() - 11 * 60_000) },
    });
    expect(await names(ada, "quill")).toEqual(["Zoe Quill"]);
  });
});

describe("an invitation", () => {
  it("LOBBY-1 waits for somebody who is away, and is there on every server when they come", async () => {
    const bob = await one.player("Bob");
    bob.disconnect();
    const { room, code } = await createRoom(ada, {
      title: "Come over",
      game: "chess",
      visibility: "private",
    });
    await command(ada, room, { type: "invite", player: bob.id });
    await bob.reconnect(other.url);
    expect(await waiting(bob)).toEqual([
      { room, code, title: "Come over", game: "chess", by: ada.session.player, at: expect.any(Number) },
    ]);
    expect((await ask(bob, "lobby:join", {})).mine).toEqual([]);
  });

  it("INVITE-5 is told where its guest is, also on another server, and told again when it has ended", async () => {
    const here = await one.player("Bea");
    const there = await RawPlayer.connect(other.url, here.session);
    for (const player of [here, there]) expect(await waiting(player)).toEqual([]);
    const { room } = await createRoom(ada);
    await command(ada, room, { type: "invite", player: here.id });
    for (const player of [here, there]) await told(player, "invited", ([first]) => first?.room === room);
    await command(there, room, { type: "decline" });
    for (const player of [here, there]) await told(player, "declined", ({ length }) => length === 0);
    there.disconnect();
  });

  it("INVITE-3 ends when its guest sits down, and with its table", async () => {
    const bob = await one.player("Bob");
    const [{ room: joined }, { room: closed }] = [await createRoom(ada), await createRoom(ada)];
    for (const room of [joined, closed]) await command(ada, room, { type: "invite", player: bob.id });
    expect((await waiting(bob)).map(({ room }) => room)).toEqual([closed, joined]);
    await command(bob, joined, { type: "take-seat" });
    await command(ada, closed, { type: "close" });
    await told(bob, "nothing waits", ({ length }) => length === 0);
    expect(await waiting(bob)).toEqual([]);
  });

  it("GATE-4 lets its guest decline a private table unseen, which then is not theirs to enter", async () => {
    const bob = await one.player("Bob");
    const { room } = await createRoom(ada, { visibility: "private" });
    expect(await outcome(bob, room, { type: "decline" })).toBe("room-not-found");
    await command(ada, room, { type: "invite", player: bob.id });
    await command(bob, room, { type: "decline" });
    expect(codeOf(await bob.request("room:join", { room }))).toBe("room-not-found");
    expect(await outcome(ada, room, { type: "invite", player: bob.id })).toBe("declined");
  });

  it("INVITE-5 is told to nobody else, and nobody hears of theirs without asking", async () => {
    const [bob, eve] = [await one.player("Bob"), await one.player("Eve")];
    expect(await waiting(eve)).toEqual([]);
    const { room } = await createRoom(ada, { visibility: "private" });
    await command(ada, room, { type: "invite", player: bob.id });
    // A later invitation of Eve's own shows that everything before it was told.
    const { room: sign } = await createRoom(ada);
    await command(ada, sign, { type: "invite", player: eve.id });
    await told(eve, "the sign", ([first]) => first?.room === sign);
    expect(JSON.stringify(eve.heard)).not.toContain(room);
    expect(bob.all("me:invitations")).toEqual([]);
  });

  it("INVITE-4 stops at thirty in a minute, whatever the tables, and is not refused for good", async () => {
    const [pest, bob] = [await one.player("Pest"), await one.player("Bob")];
    const answers: string[] = [];
    for (let table = 0; table < 31; table += 1) {
      const { room } = await createRoom(pest);
      answers.push(await outcome(pest, room, { type: "invite", player: bob.id }));
    }
    expect(answers).toEqual([...Array(30).fill("ok"), "rate-limited"]);
    expect(await waiting(bob)).toHaveLength(20);
  });
});

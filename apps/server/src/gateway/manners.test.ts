import type { RawPlayer } from "@rejoin/testkit";
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
beforeAll(async () => {
  server = await startServer({ WATCHERS_PER_ROOM: "2" });
  [ada, bob] = await Promise.all([server.player("Ada"), server.player("Bob")]);
});
afterAll(() => server[Symbol.asyncDispose]());

describe("at a table", () => {
  it("MUTE-1 whom the host muted says nothing and does not react, until the host lets them", async () => {
    const { room } = await createRoom(ada);
    await join(bob, room);
    await command(ada, room, { type: "mute", player: bob.id });
    expect(await outcome(bob, room, { type: "say", text: "Hello" })).toBe("muted");
    expect(await outcome(bob, room, { type: "react", reaction: "👍" })).toBe("muted");
    expect(await outcome(bob, room, { type: "mute", player: bob.id, muted: false })).toBe("not-host");
    await command(ada, room, { type: "mute", player: bob.id, muted: false });
    expect(await outcome(bob, room, { type: "say", text: "Hello" })).toBe("ok");
  });

  it("GATE-18 so many watch and no more; whose table it is gets in all the same, and a place is given back", async () => {
    const { room } = await createRoom(ada);
    const [one, two, three] = await Promise.all(["One", "Two", "Three"].map((name) => server.player(name)));
    if (!one || !two || !three) throw new Error("three watchers are needed");
    for (const watcher of [one, two]) await join(watcher, room);
    expect(codeOf(await three.request("room:join", { room }))).toBe("too-many-watchers");
    await join(ada, room);
    // Who hears it already may ask again.
    await join(one, room);
    await ask(ada, "room:leave", { room });
    await ask(two, "room:leave", { room });
    await join(three, room);
  });
});

import { expect, it } from "vitest";
import { MemoryLog } from "../log/memory-log.js";
import { ada, bob } from "../testing/people.js";
import { openTable, RoomServer } from "../testing/room-server.js";

it("ROOM-17 a command that was refused is refused again, whatever has changed since", async () => {
  const log = new MemoryLog();
  const room = await openTable(log);
  const server = new RoomServer(log);
  await server.say(room, ada, { type: "take-seat", seat: 0 });
  const early = await server.say(room, bob, { type: "ready", ready: true }, "early");
  expect(early).toMatchObject({ ok: false, refusal: { code: "not-seated" } });

  await server.say(room, bob, { type: "take-seat", seat: 1 });
  expect(await server.say(room, bob, { type: "ready", ready: true }, "early")).toEqual(early);
  expect(await server.say(room, bob, { type: "ready", ready: true }, "later")).toMatchObject({ ok: true });
});

it("ROOM-17 a command that was refused here and accepted by another server is accepted", async () => {
  const log = new MemoryLog();
  const room = await openTable(log);
  const [one, other] = [new RoomServer(log), new RoomServer(log)];
  const ready = { type: "ready", ready: true } as const;
  expect(await one.say(room, bob, ready, "early")).toMatchObject({ ok: false });

  await other.say(room, bob, { type: "take-seat" });
  const accepted = await other.say(room, bob, ready, "early");
  expect(accepted).toMatchObject({ ok: true });
  expect(await one.say(room, bob, ready, "early")).toEqual(accepted);
});

import { expect, it } from "vitest";
import { systemClock } from "../clock.js";
import { LogUnavailable } from "../log/event-log.js";
import { MemoryLog } from "../log/memory-log.js";
import { ada } from "../testing/people.js";
import { openTable, RoomServer } from "../testing/room-server.js";
import { Housekeeper } from "./housekeeper.js";

const YEAR_MS = 31_536_000_000;

function housekeeper(log: Pick<MemoryLog, "purgeClosed">, later = 0) {
  const heard = { purged: 0, failures: 0 };
  const keeper = new Housekeeper({
    log,
    clock: { ...systemClock, now: () => Date.now() + later },
    purgeClosedAfterMs: YEAR_MS,
    purged: (rooms) => {
      heard.purged += rooms;
    },
    failed: () => {
      heard.failures += 1;
    },
  });
  return { keeper, heard };
}

it("LOG-19 rooms that have been closed for long are forgotten, however many, and no others", async () => {
  const log = new MemoryLog();
  const server = new RoomServer(log);
  const open = await openTable(log);
  const closed = [];
  for (let number = 0; number < 120; number += 1) {
    const id = await openTable(log);
    await server.say(id, ada, { type: "close" });
    closed.push(id);
  }
  const early = housekeeper(log, YEAR_MS - 60_000);
  await early.keeper.round();
  expect(early.heard.purged).toBe(0);
  const late = housekeeper(log, YEAR_MS + 60_000);
  await late.keeper.round();
  expect(late.heard).toEqual({ purged: 120, failures: 0 });
  expect([...(await log.heads([open, ...closed])).keys()]).toEqual([open]);
});

it("LOG-19 while the log is away it waits for the next round", async () => {
  const away = async () => {
    throw new LogUnavailable("the log is away");
  };
  const { keeper, heard } = housekeeper({ purgeClosed: away });
  await keeper.round();
  expect(heard).toEqual({ purged: 0, failures: 1 });
});

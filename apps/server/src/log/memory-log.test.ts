import { randomUUID } from "node:crypto";
import { describeEventLog } from "./event-log.contract.js";
import type { LogUnderTest } from "./log-under-test.contract.js";
import { MemoryLog } from "./memory-log.js";
import { describeOpening } from "./opening.contract.js";
import { describeRetention } from "./retention.contract.js";

async function start(): Promise<LogUnderTest> {
  const log = new MemoryLog();
  return {
    log,
    createPlayer: async () => randomUUID(),
    rewind: async (room, head) => log.rewind(room, head),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

// The contracts hold LOG-1, LOG-3, LOG-4, LOG-5, LOG-6, LOG-7, LOG-14 to LOG-20, DUE-1, DUE-2 and DUE-4 (and more) of every log.
describeEventLog("the log in memory", start);
describeOpening("the log in memory", start);
describeRetention("the log in memory", start);

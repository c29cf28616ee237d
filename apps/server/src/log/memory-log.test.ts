import { randomUUID } from "node:crypto";
import { describeEventLog } from "./event-log.contract.js";
import { MemoryLog } from "./memory-log.js";

// The contract holds LOG-1, LOG-3, LOG-4, LOG-5, LOG-6, LOG-7, DUE-1, DUE-2 and DUE-4 (and more) of every log.
describeEventLog("the log in memory", async () => ({
  log: new MemoryLog(),
  createPlayer: async () => randomUUID(),
  [Symbol.asyncDispose]: async () => undefined,
}));

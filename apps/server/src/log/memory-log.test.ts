import { randomUUID } from "node:crypto";
import { describeEventLog } from "./event-log.contract.js";
import { MemoryLog } from "./memory-log.js";

describeEventLog("the log in memory", async () => ({
  log: new MemoryLog(),
  createPlayer: async () => randomUUID(),
  [Symbol.asyncDispose]: async () => undefined,
}));

import { describe, it } from "vitest";
import { MemoryOutboxes } from "./memory-outboxes.js";
import { outboxStoreContract } from "./testing/outbox-store-contract.js";
import { ALICE, BOB } from "./testing/real-log.js";

describe("CLIENT-10 the outboxes of one browser, in memory", () => {
  for (const [name, holds] of Object.entries(outboxStoreContract)) {
    it(name, () => {
      const browser = new MemoryOutboxes();
      return holds((player) => browser.tab(player === "alice" ? ALICE : BOB));
    });
  }
});

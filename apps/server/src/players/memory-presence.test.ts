import { MemoryPresence } from "./memory-presence.js";
import { describePresenceRegister } from "./presence-register.contract.js";

// The contract holds SEAT-1, SEAT-4, SEAT-10, SEAT-11 and SEAT-12 of every register.
describePresenceRegister("the register in memory", async () => {
  let now = 0;
  return {
    register: new MemoryPresence(1_000, () => now),
    leaseMs: 1_000,
    pass: async (ms) => {
      now += ms;
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
});

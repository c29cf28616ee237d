import { createSyncClient, type SyncClient } from "../sync-client.js";
import type { Fault } from "../wire.js";
import { FakeWire } from "./fake-wire.js";
import { ALICE } from "./real-log.js";
import { VirtualClock } from "./virtual-clock.js";

/** Alice's client with a test at the other end of its wire, and a random number that is always a half. */
export class Rig {
  readonly clock = new VirtualClock();
  readonly wire = new FakeWire();
  readonly faults: Fault[] = [];
  readonly client: SyncClient;
  #ids = 0;

  constructor(random: () => number = () => 0.5) {
    this.client = createSyncClient({
      wire: this.wire,
      player: ALICE,
      clock: this.clock,
      random,
      newCommandId: () => `command-${++this.#ids}`,
      onFault: (fault) => this.faults.push(fault),
    });
  }

  connect(): this {
    this.client.start();
    this.wire.now.accept();
    return this;
  }

  /** Loses the connection, waits long enough for the next attempt, and lets it in. */
  reconnect(): void {
    this.wire.now.lose();
    this.clock.advance(5_000);
    this.wire.now.accept();
  }
}

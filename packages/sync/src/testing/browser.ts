import { MemoryOutboxes } from "../memory-outboxes.js";
import type { OutboxStore } from "../outbox-store.js";
import type { RoomHandle } from "../room-handle.js";
import { createSyncClient, type SyncClient } from "../sync-client.js";
import type { Fault } from "../wire.js";
import { FakeWire } from "./fake-wire.js";
import { ALICE, RealLog, ROOM } from "./real-log.js";
import { VirtualClock } from "./virtual-clock.js";

/** Promises are settled between two turns of the event loop. */
export const settled = () => new Promise(setImmediate);

/** A page of Alice's with a test at the other end of its wire, in a browser that keeps what it is given. */
export class Page {
  readonly wire = new FakeWire();
  readonly faults: Fault[] = [];
  readonly client: SyncClient;
  readonly #store: OutboxStore;
  readonly #log: RealLog;
  #hasEnded = false;

  constructor(browser: Browser, store: OutboxStore) {
    this.#store = store;
    this.#log = browser.log;
    this.client = createSyncClient({
      wire: this.wire,
      player: ALICE,
      clock: {
        now: () => browser.clock.now(),
        setTimer: (ms, fire) => browser.clock.setTimer(ms, () => this.#hasEnded || fire()),
      },
      random: () => 0.5,
      newCommandId: () => browser.newCommandId(),
      outboxStore: store,
      onFault: (fault) => this.faults.push(fault),
    });
  }

  /** Connects, and waits until what is kept is its own. */
  async start(): Promise<this> {
    this.client.start();
    await settled();
    this.wire.now.accept();
    return this;
  }

  /** Opens the room, and brings it level with the log. */
  enter(): RoomHandle {
    const room = this.client.openRoom(ROOM);
    this.join();
    return room;
  }

  /** Answers the join of the room with a snapshot of the log as it is. */
  join(): void {
    const { epoch, head, state } = this.#log;
    const reply = { room: ROOM, epoch, head, catchUp: "snapshot", seen: head } as const;
    this.wire.now.last("room:join").answer({ ok: true, ...reply });
    this.wire.now.say("room:snapshot", { room: ROOM, epoch, seq: head, state, reason: "joined" });
  }

  /** The texts that were asked for on this connection, each time. */
  get asked(): string[] {
    return this.wire.now
      .all("room:command")
      .map(({ payload: { command } }) => (command.type === "say" ? command.text : command.type));
  }

  /** Gone, without a word. */
  crash(): void {
    this.#hasEnded = true;
    this.wire.now.close();
    this.#store.release();
  }
}

/** What outlives the pages of one browser. */
export class Browser {
  readonly clock = new VirtualClock();
  readonly outboxes = new MemoryOutboxes();
  readonly log = new RealLog();
  #ids = 0;

  newCommandId(): string {
    this.#ids += 1;
    return `command-${this.#ids}`;
  }

  /** @param store by default a tab's share of what the browser keeps */
  page(store: OutboxStore = this.outboxes.tab(ALICE)): Page {
    return new Page(this, store);
  }
}

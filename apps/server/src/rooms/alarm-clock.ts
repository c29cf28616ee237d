import { type Due, due } from "@rejoin/rules";
import { order } from "./order.js";
import type { Room } from "./room.js";

/** The longest that a timer of the platform can wait. */
const LONGEST = 2_147_483_647;
const RETRY_MS = 1_000;

/** Rings for each room when the next thing it does by itself is due. */
export class AlarmClock {
  readonly #timers = new Map<Room, NodeJS.Timeout>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Sets the room's alarm by the state it has now. Call it whenever that has changed. */
  set(room: Room): void {
    this.forget(room);
    const next = due(room.position.state);
    if (next) this.#wait(room, Math.max(0, next.at - this.#now()));
  }

  forget(room: Room): void {
    clearTimeout(this.#timers.get(room));
    this.#timers.delete(room);
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #wait(room: Room, ms: number): void {
    const timer = setTimeout(() => void this.#ring(room), Math.min(ms, LONGEST));
    timer.unref();
    this.#timers.set(room, timer);
  }

  async #ring(room: Room): Promise<void> {
    const { head, state } = room.position;
    const next = due(state);
    if (!next) return;
    if (next.at > this.#now()) return this.set(room);
    const rung = this.#timers.get(room);
    const outcome = await room.submit(dueOrder(next, head));
    // When it is done, the commit has set the next alarm. Otherwise the log is away, or another server was faster.
    if (!outcome.ok && this.#timers.get(room) === rung) this.#wait(room, RETRY_MS);
  }
}

/** Its id is made from the head, so of many servers that try only one succeeds. */
function dueOrder({ command }: Due, head: number) {
  return order({ kind: "room" }, `due-${head}`, command);
}

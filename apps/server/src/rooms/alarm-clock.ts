import { type Due, due } from "@rejoin/rules";
import type { Clock } from "../clock.js";
import { order } from "./order.js";
import type { Room } from "./room.js";

const RETRY_MS = 1_000;

/** Rings for each room when the next thing it does by itself is due. */
export class AlarmClock {
  readonly #callOff = new Map<Room, () => void>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Sets the room's alarm by the state it has now. Call it whenever that has changed. */
  set(room: Room): void {
    this.forget(room);
    const next = due(room.position.state);
    if (next) this.#wait(room, Math.max(0, next.at - this.#clock.now()));
  }

  forget(room: Room): void {
    this.#callOff.get(room)?.();
    this.#callOff.delete(room);
  }

  stop(): void {
    for (const callOff of this.#callOff.values()) callOff();
    this.#callOff.clear();
  }

  #wait(room: Room, ms: number): void {
    this.#callOff.set(
      room,
      this.#clock.setTimer(ms, () => void this.#ring(room)),
    );
  }

  async #ring(room: Room): Promise<void> {
    const { head, state } = room.position;
    const next = due(state);
    if (!next) return;
    if (next.at > this.#clock.now()) return this.set(room);
    const rung = this.#callOff.get(room);
    const outcome = await room.submit(dueOrder(next, head));
    // When it is done, the commit has set the next alarm. Otherwise the log is away, or another server was faster.
    if (!outcome.ok && this.#callOff.get(room) === rung) this.#wait(room, RETRY_MS);
  }
}

/** Its id is made from the head, so of many servers that try only one succeeds. */
function dueOrder({ command }: Due, head: number) {
  return order({ kind: "room" }, `due-${head}`, command);
}

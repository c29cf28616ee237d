import { type Due, due } from "@rejoin/rules";
import type { Clock } from "../clock.js";
import { order } from "./order.js";
import type { Room } from "./room.js";

const RETRY_MS = 1_000;

/** Rings for each room when the next thing it does by itself is due. */
export class AlarmClock {
  readonly #alarms = new Map<Room, Alarm>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Sets the room's alarm by the state it has now. Call it whenever that has changed. */
  set(room: Room): void {
    const next = due(room.position.state);
    const alarm = this.#alarms.get(room);
    // Most of what is said puts off what is due. An alarm that rings too early is set anew then, which costs less.
    if (next && alarm && alarm.at <= next.at) return;
    this.forget(room);
    if (next) this.#wait(room, next.at);
  }

  forget(room: Room): void {
    this.#alarms.get(room)?.callOff();
    this.#alarms.delete(room);
  }

  stop(): void {
    for (const { callOff } of this.#alarms.values()) callOff();
    this.#alarms.clear();
  }

  #wait(room: Room, at: number): void {
    const ms = Math.max(0, at - this.#clock.now());
    this.#alarms.set(room, { at, callOff: this.#clock.setTimer(ms, () => void this.#ring(room)) });
  }

  async #ring(room: Room): Promise<void> {
    const rung = this.#alarms.get(room);
    if (rung) rung.at = RUNG;
    const { head, state } = room.position;
    const next = due(state);
    if (!next) return;
    if (next.at > this.#clock.now()) return this.set(room);
    const outcome = await room.submit(dueOrder(next, head));
    // When it is done, the commit has set the next alarm. Otherwise the log is away, or another server was faster.
    if (!outcome.ok && this.#alarms.get(room) === rung) this.#wait(room, this.#clock.now() + RETRY_MS);
  }
}

interface Alarm {
  /** When it rings, in milliseconds since 1970. */
  at: number;
  callOff: () => void;
}

/** Of an alarm that rang: whatever is due next is earlier. */
const RUNG = Number.POSITIVE_INFINITY;

/** Its id is made from the head, so of many servers that try only one succeeds. */
function dueOrder({ command }: Due, head: number) {
  return order({ kind: "room" }, `due-${head}`, command);
}

import type { Member } from "../clients/member.js";
import { microseconds, wordsOf } from "../measure/words.js";
import type { Tally } from "./tally.js";

/** A member at their table. */
export interface Seat {
  member: Member;
  /** Events that they have heard. */
  heard: number;
  /** Their messages that were not acknowledged yet. */
  inFlight: number;
}

/** A room, and everybody in it. */
export class Table {
  readonly name: string;
  readonly seats: Seat[] = [];
  readonly #tally: Tally;
  #said = 0;
  #acknowledged = 0;

  constructor(name: string, tally: Tally) {
    this.name = name;
    this.#tally = tally;
  }

  /** The first one opens it, and everybody joins. */
  async join(): Promise<void> {
    const [opener] = this.seats;
    const key = (await opener?.member.open(this.name)) ?? "";
    await Promise.all(this.seats.map(({ member }) => member.join(key)));
  }

  /** Says something. @param meantAt when it was to be said, in microseconds */
  say(seat: Seat, meantAt = microseconds(), acknowledged?: () => void): void {
    this.#said += 1;
    seat.inFlight += 1;
    seat.member.say(wordsOf(meantAt), () => {
      seat.inFlight -= 1;
      this.#acknowledged += 1;
      this.#tally.acknowledged += 1;
      acknowledged?.();
    });
  }

  /** Whether everything that was said was acknowledged, and heard by everybody. */
  get isQuiet(): boolean {
    return this.#acknowledged === this.#said && this.undelivered === 0;
  }

  /** Events that somebody should have heard by now and has not. */
  get undelivered(): number {
    return this.seats.reduce((sum, { heard }) => sum + Math.max(0, this.#said - heard), 0);
  }

  /** Events that somebody heard more often than they were said. */
  get repeated(): number {
    return this.seats.reduce((sum, { heard }) => sum + Math.max(0, heard - this.#said), 0);
  }
}

import type { Dialect, Member } from "../clients/member.js";
import { members } from "../clients/members.js";
import { microseconds, wordsOf } from "../measure/words.js";
import type { Tally } from "./tally.js";

/** A member at their table. */
export interface Seat {
  member: Member;
  /** Events that they have heard, or got a snapshot in place of. */
  heard: number;
  /** Called whenever they have heard more. */
  advanced: () => void;
}

/** A room, and everybody in it. */
export class Table {
  readonly name: string;
  readonly seats: readonly Seat[];
  readonly #tally: Tally;
  #said = 0;
  #acknowledged = 0;

  /** @param url of the server @param count of its members */
  constructor(name: string, url: string, dialect: Dialect, count: number, tally: Tally) {
    this.name = name;
    this.#tally = tally;
    this.seats = Array.from({ length: count }, (_, index) =>
      seatFor(url, dialect, `${name}-${index}`, tally),
    );
  }

  /** The first one opens it, and everybody joins. */
  async join(): Promise<void> {
    const [opener] = this.seats;
    const key = (await opener?.member.open(this.name)) ?? "";
    await Promise.all(this.seats.map(({ member }) => member.join(key)));
  }

  /** Says something. @param meantAt when it was to be said, in microseconds */
  say({ member }: Seat, meantAt = microseconds(), acknowledged?: () => void): void {
    this.#said += 1;
    member.say(wordsOf(meantAt), () => {
      this.#acknowledged += 1;
      this.#tally.acknowledged += 1;
      acknowledged?.();
    });
  }

  /** Resolves when somebody has heard everything that was said by now. Rejects when the signal comes first. */
  level(seat: Seat, signal: AbortSignal): Promise<void> {
    const said = this.#said;
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Error("It took too long.")), { once: true });
      seat.advanced = () => {
        if (seat.heard >= said) resolve();
      };
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

function seatFor(url: string, dialect: Dialect, name: string, tally: Tally): Seat {
  const seat: Seat = {
    heard: 0,
    advanced: () => undefined,
    member: members[dialect](url, name, {
      heard(words) {
        seat.heard += 1;
        tally.heard(words);
        seat.advanced();
      },
      leapt(events) {
        seat.heard += events;
        seat.advanced();
      },
      hitch: (what) => tally.hitch(what),
      problem: (what) => tally.problem(what),
    }),
  };
  return seat;
}

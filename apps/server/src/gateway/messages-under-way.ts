import { type Refusal, refuse } from "@rejoin/protocol";

/** Messages that wait for their answers, over all connections and of one. */
const AT_ONCE = 20_000;
const OF_ONE_AT_ONCE = 1_000;

/** Bounds what is held of messages that wait for their answers, when they come faster than the database answers. */
export class MessagesUnderWay {
  readonly #random: () => number;
  #count = 0;

  /** @param random from 0 up to, not including, 1 */
  constructor(random: () => number) {
    this.#random = random;
  }

  get count(): number {
    return this.#count;
  }

  /** One more connection, with a count of its own. */
  ofOne(): OwnMessages {
    let own = 0;
    return {
      begin: () => {
        if (own >= OF_ONE_AT_ONCE || this.#count >= AT_ONCE) return busy(this.#random);
        own += 1;
        this.#count += 1;
        return null;
      },
      end: () => {
        own -= 1;
        this.#count -= 1;
      },
    };
  }
}

/** The messages of one connection. */
export interface OwnMessages {
  /** A message came. @returns a refusal where too many are waiting; then it does not count */
  begin(): Refusal | null;
  /** A message that counted was answered. */
  end(): void;
}

/** What those are told who are too many. They come back at different moments, within two seconds. */
export function busy(random: () => number): Refusal {
  const afterMs = 500 + Math.floor(random() * 1_500);
  return refuse(
    "busy",
    "More is being asked of this server than it takes at once. Ask again in a moment.",
    afterMs,
  );
}

import { type Refusal, refuse } from "@rejoin/protocol";

/** Messages that wait for their answers, over all connections and of one. */
const AT_ONCE = 20_000;
const OF_ONE_AT_ONCE = 1_000;

/** Bounds what is held of messages that wait for their answers, when they come faster than the database answers. */
export class MessagesUnderWay {
  readonly random: () => number;
  /** Over all connections. */
  count = 0;

  /** @param random from 0 up to, not including, 1 */
  constructor(random: () => number) {
    this.random = random;
  }

  /** One more connection, with a count of its own. */
  ofOne(): OwnMessages {
    return new OwnMessages(this);
  }
}

/** The messages of one connection. */
export class OwnMessages {
  readonly #all: MessagesUnderWay;
  #count = 0;

  constructor(all: MessagesUnderWay) {
    this.#all = all;
  }

  /** A message came. @returns a refusal where too many are waiting; then it does not count */
  begin(): Refusal | null {
    if (this.#count >= OF_ONE_AT_ONCE || this.#all.count >= AT_ONCE) return busy(this.#all.random);
    this.#count += 1;
    this.#all.count += 1;
    return null;
  }

  /** A message that counted was answered. */
  end(): void {
    this.#count -= 1;
    this.#all.count -= 1;
  }
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

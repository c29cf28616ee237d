import { type PlayerId, type Refusal, refuse } from "@rejoin/protocol";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { MessageCounts } from "./message-counts.js";

/** What is asked of the limits. */
export type Limits = Pick<RateLimits, "message" | "opening" | "inviting" | "guess" | "guessedRight">;

/** Limits on what one player may ask, whatever the number of their connections. */
export class RateLimits {
  readonly #messages: MessageCounts;
  readonly #openings = new RateLimiterMemory({ points: 300, duration: 60 });
  readonly #invitations = new RateLimiterMemory({ points: 30, duration: 60 });
  readonly #guesses = new RateLimiterMemory({ points: 60, duration: 60 });

  /** @param messagesPerSecond messages of any kind that a player may send in one second */
  constructor(messagesPerSecond: number) {
    this.#messages = new MessageCounts(messagesPerSecond);
  }

  /** Counts a message. @returns a refusal where there were too many */
  message(player: PlayerId): Refusal | null {
    const waitMs = this.#messages.add(player);
    return waitMs > 0
      ? refuse("rate-limited", "You are sending faster than this server takes.", waitMs)
      : null;
  }

  /** Counts a room that is opened. */
  opening(player: PlayerId): Promise<Refusal | null> {
    return consume(this.#openings, player, "You have opened many rooms. Wait a little.");
  }

  /** Counts an invitation, to whichever room. Asked again with the same command id, it counts again. */
  inviting(player: PlayerId): Promise<Refusal | null> {
    return consume(this.#invitations, player, "You have invited many people. Wait a little.");
  }

  /**
   * Counts a room code before it is looked up: this is what makes short codes safe. With too many wrong ones behind, the
   * right one is not looked up either.
   */
  guess(guesser: string): Promise<Refusal | null> {
    return consume(this.#guesses, guesser, "Too many rooms that do not exist were asked for. Wait a little.");
  }

  /** Takes a guess back: it was none. */
  async guessedRight(guesser: string): Promise<void> {
    await this.#guesses.reward(guesser);
  }
}

async function consume(limiter: RateLimiterMemory, key: string, message: string): Promise<Refusal | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (exceeded) {
    if (!(exceeded instanceof RateLimiterRes)) throw exceeded;
    return refuse("rate-limited", message, Math.max(1, exceeded.msBeforeNext));
  }
}

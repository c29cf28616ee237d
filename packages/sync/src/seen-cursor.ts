import type { RoomId } from "@rejoin/protocol";
import { type AskingPorts, askUntilAnswered } from "./until-answered.js";

const AT_MOST_EVERY_MS = 500;

/**
 * Tells the server how far its person has seen, so that the server-held cursor survives this page. At most once in half
 * a second, only when it moved, and again after a reconnect where it could not be told.
 */
export class SeenCursor {
  readonly #ports: AskingPorts;
  #seen = 0;
  #told = 0;
  #room: RoomId | null = null;
  #stopAsking: (() => void) | null = null;
  #resting = false;

  constructor(ports: AskingPorts) {
    this.#ports = ports;
  }

  /** The last number that was seen; 0 for none. */
  get last(): number {
    return this.#seen;
  }

  saw(seq: number): void {
    if (seq <= this.#seen) return;
    this.#seen = seq;
    this.#tell();
  }

  joined(room: RoomId): void {
    this.#room = room;
    this.#tell();
  }

  apart(): void {
    this.#room = null;
    this.#stopAsking?.();
    this.#stopAsking = null;
  }

  /** The log was replaced: its numbers begin anew. */
  restarted(): void {
    this.#stopAsking?.();
    this.#stopAsking = null;
    this.#seen = 0;
    this.#told = 0;
  }

  #tell(): void {
    const room = this.#room;
    if (room === null || this.#resting || this.#stopAsking || this.#seen <= this.#told) return;
    const seq = this.#seen;
    this.#rest();
    this.#stopAsking = askUntilAnswered(
      this.#ports,
      "room:seen",
      () => ({ room, seq }),
      () => {
        // A refusal counts as told: nothing but time or a later number would change it.
        this.#stopAsking = null;
        this.#told = Math.max(this.#told, seq);
        this.#tell();
      },
    );
  }

  #rest(): void {
    this.#resting = true;
    this.#ports.clock.setTimer(AT_MOST_EVERY_MS, () => {
      this.#resting = false;
      this.#tell();
    });
  }
}

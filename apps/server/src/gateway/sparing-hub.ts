import type { RoomId, ServerMessageName, ServerPayload } from "@rejoin/protocol";
import type { Clock } from "../clock.js";
import type { Channel, Hub, Line } from "./hub.js";
import { ParkedReader } from "./parked-reader.js";

/** What a reader may leave unread, in bytes. */
export interface ReadingLimits {
  /** With more than this unsent a reader is parked. */
  parkAbove: number;
  /** With less than this unsent a parked reader goes on. */
  goOnBelow: number;
  /** Whoever asks on and on without reading the answers is cut with more than this unsent. */
  cutAbove: number;
}

export interface SparingHubPorts {
  hub: Hub;
  clock: Clock;
  limits: ReadingLimits;
  /** Takes a reader back who has read what they had: they were handed nothing of the room after `after`. */
  behind: (line: Line, room: RoomId, after: number) => void;
  /** Hears how many are parked, whenever that changes. */
  parked: (count: number) => void;
}

/** How often it is looked whether those who are parked have read, in milliseconds. */
const LOOK_EVERY_MS = 50;

/**
 * A hub that spares its memory: whoever does not read is parked, and is told nothing until they have read what they were
 * told before. Then they hear the rest of each room from the log, and go live without a seam.
 *
 * The seam: the last event that somebody was handed of a room is the one before the first that they were spared, since
 * each commit of a room passes here once and in order. They stay among those who hear the channel all the while, so that
 * what they miss is known.
 */
export class SparingHub implements Hub {
  readonly #ports: SparingHubPorts;
  readonly #parked = new Map<Line, ParkedReader>();
  #callOff: (() => void) | undefined;

  constructor(ports: SparingHubPorts) {
    this.#ports = ports;
  }

  isHeard(channel: Channel): boolean {
    return this.#ports.hub.isHeard(channel);
  }

  lines(channel: Channel): Iterable<Line> {
    return this.#ports.hub.lines(channel);
  }

  say<Name extends ServerMessageName>(channel: Channel, name: Name, payload: ServerPayload<Name>): void {
    const spared = new Set<Line>();
    for (const line of this.lines(channel)) if (this.#spares(line, name, payload)) spared.add(line);
    this.#ports.hub.say(channel, name, payload, spared);
  }

  /** Tells each who hears a channel something of their own. */
  sayEach<Name extends ServerMessageName>(
    channel: Channel,
    name: Name,
    payloadFor: (line: Line) => ServerPayload<Name>,
  ): void {
    for (const line of this.lines(channel)) {
      const payload = payloadFor(line);
      if (!this.#spares(line, name, payload)) line.say(name, payload);
    }
  }

  /** Whether a line answers no more, since nothing of what it is answered is read. */
  isDeaf(line: Line): boolean {
    return line.unsentBytes > this.#ports.limits.cutAbove;
  }

  /** Waits while a line is parked. Afterwards it may be gone. */
  async drained(line: Line): Promise<void> {
    await this.#readerAt(line)?.wait();
  }

  /** A line is gone. */
  left(line: Line): void {
    const reader = this.#parked.get(line);
    if (!reader) return;
    this.#forget(line);
    reader.release();
  }

  stop(): void {
    this.#callOff?.();
  }

  #spares<Name extends ServerMessageName>(line: Line, name: Name, payload: ServerPayload<Name>): boolean {
    const reader = this.#readerAt(line);
    if (!reader) return false;
    // It comes back, and asks for everything.
    if (!reader.note(name, payload)) line.cut();
    return true;
  }

  /** The reader at a line that is parked, or is to be. */
  #readerAt(line: Line): ParkedReader | undefined {
    const reader = this.#parked.get(line);
    if (reader || line.unsentBytes <= this.#ports.limits.parkAbove) return reader;
    return this.#park(line);
  }

  #park(line: Line): ParkedReader {
    const reader = new ParkedReader(line);
    this.#parked.set(line, reader);
    this.#ports.parked(this.#parked.size);
    this.#lookLater();
    return reader;
  }

  #forget(line: Line): void {
    this.#parked.delete(line);
    this.#ports.parked(this.#parked.size);
  }

  #lookLater(): void {
    this.#callOff ??= this.#ports.clock.setTimer(LOOK_EVERY_MS, () => {
      this.#callOff = undefined;
      for (const [line, reader] of this.#parked)
        if (line.unsentBytes < this.#ports.limits.goOnBelow) this.#goOn(line, reader);
      if (this.#parked.size > 0) this.#lookLater();
    });
  }

  #goOn(line: Line, reader: ParkedReader): void {
    this.#forget(line);
    for (const [room, after] of reader.goOn()) this.#ports.behind(line, room, after);
    reader.release();
  }
}

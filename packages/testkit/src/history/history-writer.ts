import { closeSync, openSync, writeSync } from "node:fs";
import { flushAtExit } from "./flush-at-exit.js";
import { machineClock, type RecordClock } from "./machine-clock.js";
import type { HistoryRecord } from "./record.js";
import type { Happening, Recorder } from "./recorder.js";

const FLUSH_AT_CHARACTERS = 256 * 1_024;

/**
 * A recorder that appends to one file, which nobody else writes. Records are kept together until there is enough to write,
 * and written when the process ends by itself, by an uncaught error, or by SIGTERM. Only `kill -9` loses the tail.
 */
export class HistoryWriter implements Recorder, Disposable {
  readonly #clock: RecordClock;
  readonly #file: number;
  readonly #notAtExit: () => void;
  #lines: string[] = [];
  #characters = 0;
  #isClosed = false;

  /** @param path is made, or continued; its folder must be there */
  constructor(path: string, clock: RecordClock = machineClock) {
    this.#clock = clock;
    this.#file = openSync(path, "a");
    this.#notAtExit = flushAtExit(() => this.flush());
  }

  now(): number {
    return this.#clock();
  }

  record(happening: Happening): void {
    const { kind, ...rest } = happening;
    this.append({ kind, at: this.now(), ...rest } as HistoryRecord);
  }

  /** Takes a record that is dated already, not earlier than the one before it. @throws when it is closed */
  append(record: HistoryRecord): void {
    if (this.#isClosed) throw new Error("this history is closed");
    const line = lineOf(record);
    this.#lines.push(line);
    this.#characters += line.length + 1;
    if (this.#characters >= FLUSH_AT_CHARACTERS) this.flush();
  }

  /** Writes what was taken. It is with the operating system when this returns. */
  flush(): void {
    if (this.#lines.length === 0) return;
    const bytes = Buffer.from(`${this.#lines.join("\n")}\n`);
    this.#lines = [];
    this.#characters = 0;
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written);
  }

  close(): void {
    if (this.#isClosed) return;
    this.flush();
    this.#isClosed = true;
    closeSync(this.#file);
    this.#notAtExit();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/** The kind comes first in a line, and the room before anything that could name another: lines are sorted by them unread. */
function lineOf(record: HistoryRecord): string {
  if (!("room" in record)) return JSON.stringify(record);
  const { kind, at, room, ...rest } = record;
  return JSON.stringify({ kind, at, room, ...rest });
}

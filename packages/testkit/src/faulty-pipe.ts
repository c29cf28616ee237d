import { once } from "node:events";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** How one direction of a connection behaves at the moment. May be changed at any time. */
export interface PipeConditions {
  /** From the arrival of a byte to its leaving, in milliseconds. */
  latencyMs: number;
  /** Infinity for no limit. */
  bytesPerSecond: number;
  /** A black hole: nothing passes, not even the news that the other end is gone. */
  isStalled: boolean;
}

type Item = { kind: "bytes"; bytes: Buffer; due: number } | { kind: "end"; due: number };

/** Above this the source is no longer read, so that the operating system tells the sender to slow down. */
const MOST_BYTES_HELD = 1_048_576;
/** How often a slow pipe lets something through. */
const SLICES_PER_SECOND = 50;

/**
 * Carries bytes from one socket to another, in order, as its conditions allow. An orderly end is passed on behind the last
 * byte, and leaves the other direction open; a broken source breaks the sink.
 */
export class FaultyPipe {
  readonly #source: Socket;
  readonly #sink: Socket;
  readonly #conditions: Readonly<PipeConditions>;
  readonly #carried: (bytes: number) => void;
  readonly #stop = new AbortController();
  readonly #items: Item[] = [];
  #held = 0;
  #isBroken = false;
  #wake = (): void => {};

  /** @param carried hears of each number of bytes that was passed on */
  constructor(
    source: Socket,
    sink: Socket,
    conditions: Readonly<PipeConditions>,
    carried: (bytes: number) => void,
  ) {
    this.#source = source;
    this.#sink = sink;
    this.#conditions = conditions;
    this.#carried = carried;
    source.on("data", (bytes: Buffer) => this.#arrived(bytes));
    source.on("end", () => this.#put({ kind: "end", due: performance.now() + conditions.latencyMs }));
    source.on("close", (hadError) => hadError && this.#broke());
    sink.on("close", () => this.close());
    this.#run().catch(() => this.close());
  }

  /** The conditions changed. */
  reconsider(): void {
    this.#wake();
  }

  close(): void {
    this.#stop.abort();
    this.#wake();
  }

  #arrived(bytes: Buffer): void {
    this.#held += bytes.length;
    if (this.#held > MOST_BYTES_HELD) this.#source.pause();
    this.#put({ kind: "bytes", bytes, due: performance.now() + this.#conditions.latencyMs });
  }

  #broke(): void {
    this.#isBroken = true;
    this.#wake();
  }

  #put(item: Item): void {
    this.#items.push(item);
    this.#wake();
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const item = this.#items[0];
      if (this.#conditions.isStalled || (!item && !this.#isBroken)) await this.#change();
      else if (this.#isBroken) this.#break();
      else if (item && item.due > performance.now()) await this.#pause(item.due - performance.now());
      else if (item?.kind === "bytes") await this.#passOn(item);
      else if (item) this.#end();
    }
  }

  #break(): void {
    this.#sink.resetAndDestroy();
    this.close();
  }

  #end(): void {
    this.#items.shift();
    this.#sink.end();
  }

  async #passOn(item: Extract<Item, { kind: "bytes" }>): Promise<void> {
    const { bytesPerSecond } = this.#conditions;
    const slice = item.bytes.subarray(0, Math.max(1, Math.ceil(bytesPerSecond / SLICES_PER_SECOND)));
    if (Number.isFinite(bytesPerSecond)) await this.#pause((slice.length / bytesPerSecond) * 1_000);
    if (this.#sink.destroyed) this.close();
    if (this.#conditions.isStalled || this.#sink.destroyed) return;
    item.bytes = item.bytes.subarray(slice.length);
    if (item.bytes.length === 0) this.#items.shift();
    this.#held -= slice.length;
    this.#carried(slice.length);
    if (!this.#sink.write(slice)) await once(this.#sink, "drain", { signal: this.#stop.signal });
    if (this.#held <= MOST_BYTES_HELD) this.#source.resume();
  }

  #pause(ms: number): Promise<void> {
    return wait(ms, undefined, { signal: this.#stop.signal });
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

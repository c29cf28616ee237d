import type { RecordClock } from "./machine-clock.js";
import type { HistoryRecord } from "./record.js";

/** A record that has no time yet. */
export type Happening = HistoryRecord extends infer One
  ? One extends HistoryRecord
    ? Omit<One, "at">
    : never
  : never;

/** Whatever takes records: a file, or a list in a simulation. */
export interface Recorder {
  /** The time that records are dated with. */
  now(): number;
  /** Dates the record with the present moment and takes it. */
  record(happening: Happening): void;
}

/** A recorder that keeps its records in memory. */
export class HistoryList implements Recorder {
  readonly records: HistoryRecord[] = [];
  readonly #clock: RecordClock;

  constructor(clock: RecordClock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock();
  }

  record(happening: Happening): void {
    this.records.push({ ...happening, at: this.now() } as HistoryRecord);
  }
}

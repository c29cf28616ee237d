import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  type Histogram,
} from "hdr-histogram-js";

/** Three digits of each, from a microsecond to ten minutes. */
const RANGE = {
  lowestDiscernibleValue: 1,
  highestTrackableValue: 600_000_000,
  numberOfSignificantValueDigits: 3,
} as const;

/** What is told of many times that something took, in milliseconds. */
export interface LatencySummary {
  count: number;
  p50: number;
  p99: number;
  p999: number;
  max: number;
}

/** How long each of many things took. */
export class Latencies {
  readonly #histogram: Histogram;

  constructor(histogram: Histogram = build(RANGE)) {
    this.#histogram = histogram;
  }

  /** Those that several processes noted, together. */
  static merged(encoded: readonly string[]): Latencies {
    const all = new Latencies();
    for (const one of encoded) all.#histogram.add(decodeFromCompressedBase64(one));
    return all;
  }

  /** @param microseconds below nothing, by a clock that is read twice, counts as the least that is told apart */
  add(microseconds: number): void {
    const whole = Math.round(microseconds);
    this.#histogram.recordValue(Math.min(Math.max(whole, 1), RANGE.highestTrackableValue));
  }

  reset(): void {
    this.#histogram.reset();
  }

  /** To be sent to another process. */
  encoded(): string {
    return encodeIntoCompressedBase64(this.#histogram);
  }

  summary(): LatencySummary {
    const at = (percentile: number) => this.#histogram.getValueAtPercentile(percentile) / 1_000;
    const count = this.#histogram.totalCount;
    return { count, p50: at(50), p99: at(99), p999: at(99.9), max: at(100) };
  }
}

import type { RecordOf } from "../history/record.js";
import { Life } from "./life.js";

/** The lives of one room's log, one after the other. Nearly always there is one. */
export class Lives {
  readonly #lives: Life[];
  readonly #restored: readonly RecordOf<"restored">[];

  constructor(logs: readonly RecordOf<"log">[], restored: readonly RecordOf<"restored">[]) {
    this.#restored = [...restored].sort((one, other) => one.at - other.at);
    const byEpoch = new Map<string, Life>();
    for (const log of logs) {
      const life = byEpoch.get(log.epoch) ?? new Life(log.epoch);
      byEpoch.set(log.epoch, life);
      life.add(log);
    }
    const order = (life: Life) => this.#restored.findIndex(({ to }) => to === life.epoch);
    this.#lives = [...byEpoch.values()].sort((one, other) => order(one) - order(other));
  }

  get all(): readonly Life[] {
    return this.#lives;
  }

  /** The one that is alive at the end; none where the room was not in the copy that was restored. */
  get last(): Life | undefined {
    return this.at(Number.POSITIVE_INFINITY);
  }

  of(epoch: string): Life | undefined {
    return this.#lives.find((life) => life.epoch === epoch);
  }

  /** The one that was alive at a time. */
  at(time: number): Life | undefined {
    if (this.#restored.length === 0) return this.#lives[0];
    const before = this.#restored.findLast((one) => one.at <= time);
    const epoch = before ? before.to : this.#restored[0]?.from;
    return this.#lives.find((life) => life.epoch === epoch);
  }

  /** Those that were alive at some time between two moments. */
  between(from: number, to: number): readonly Life[] {
    if (this.#restored.length === 0) return this.#lives;
    const first = this.at(from);
    const last = this.at(to);
    const begin = first ? this.#lives.indexOf(first) : 0;
    return this.#lives.slice(begin, last ? this.#lives.indexOf(last) + 1 : undefined);
  }

  /** Which life an epoch is, from 0; -1 for none of them. */
  order(epoch: string): number {
    return this.#lives.findIndex((life) => life.epoch === epoch);
  }
}

import type { Clock } from "@rejoin/sync";
import { describe, expect, it } from "vitest";
import { noticeSleep } from "./notice-sleep";

/** A clock whose timers stand still while the device sleeps, as those of browsers do. */
class SleepyClock implements Clock {
  #now = 0;
  #fire: (() => void) | null = null;

  now(): number {
    return this.#now;
  }

  setTimer(_ms: number, fire: () => void): () => void {
    this.#fire = fire;
    return () => {
      this.#fire = null;
    };
  }

  /** The timer fires, so long after it was set. */
  fireAfter(ms: number): void {
    this.#now += ms;
    this.#fire?.();
  }
}

describe("sleep", () => {
  it("is noticed when a timer comes much too late, each time", () => {
    const clock = new SleepyClock();
    let woken = 0;
    const stop = noticeSleep(clock, () => {
      woken += 1;
    });
    for (const ms of [5_000, 5_300, 9_900]) clock.fireAfter(ms);
    expect(woken).toBe(0);
    clock.fireAfter(45 * 60_000);
    expect(woken).toBe(1);
    clock.fireAfter(5_000);
    clock.fireAfter(11_000);
    expect(woken).toBe(2);
    stop();
    clock.fireAfter(60_000);
    expect(woken).toBe(2);
  });
});

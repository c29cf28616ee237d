import type { RecordedEvent } from "@rejoin/protocol";
import type { Clock } from "@rejoin/sync";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRules } from "../games/rules";
import { ADA, BEGUN, BEN, logOf, move, type Step } from "../testing/log-of";
import { play } from "./play";
import { Timeline } from "./timeline";

beforeAll(() => loadRules("tic-tac-toe"));

const LONGEST_MS = 12_000;

/** A clock that goes on by itself from timer to timer. */
class Metronome implements Clock {
  #now = 0;
  #next: { at: number; fire: () => void } | null = null;

  now(): number {
    return this.#now;
  }

  setTimer(ms: number, fire: () => void): () => void {
    const timer = { at: this.#now + ms, fire };
    this.#next = timer;
    return () => {
      if (this.#next === timer) this.#next = null;
    };
  }

  /** Lets the next timer fire. @returns false where there is none */
  tick(): boolean {
    const next = this.#next;
    this.#next = null;
    if (!next) return false;
    this.#now = next.at;
    next.fire();
    return true;
  }
}

interface Shown {
  seq: number;
  at: number;
}

function playAll(
  events: readonly RecordedEvent[],
  from: number,
  { speed = 1, later = events }: { speed?: number; later?: readonly RecordedEvent[] } = {},
): { shown: Shown[]; tookMs: number; ended: number } {
  const clock = new Metronome();
  const timeline = new Timeline({ seq: 0, state: null }, events);
  const shown: Shown[] = [];
  let ended = 0;
  play(clock, {
    timeline,
    from,
    longestMs: LONGEST_MS,
    speed: () => speed,
    show: (seq) => {
      shown.push({ seq, at: clock.now() });
    },
    ended: () => ended++,
  });
  while (clock.tick()) {
    // What comes late comes while the last that was held is looked at.
    if (shown.at(-1)?.seq === events.length) timeline.extend(later);
  }
  return { shown, tookMs: clock.now(), ended };
}

const talk = (count: number): Step[] =>
  Array.from({ length: count }, (_, index) => [
    index % 2 ? ADA : BEN,
    { type: "say", text: `word ${index}` },
  ]);

describe("playing what was missed", () => {
  it("pauses at moves and is quick over talk", () => {
    const { events } = logOf(...BEGUN, [ADA, move(4)], ...talk(2), [BEN, move(0)], ...talk(1));
    const { shown, ended } = playAll(events, 6);
    expect(shown.map(({ seq }) => seq)).toEqual([7, 8, 9, 10, 11]);
    const pauses = shown.slice(1).map(({ at }, index) => at - (shown[index]?.at ?? 0));
    expect(pauses).toEqual([900, 250, 250, 900]);
    expect(ended).toBe(1);
  });

  it("TIME-2 takes a bounded time however much it is, shows the last, never goes back, and ends once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_500 }), fc.constantFrom(1, 2), (count, speed) => {
        const { events } = logOf(...BEGUN, [ADA, move(4)], ...talk(count));
        const { shown, tookMs, ended } = playAll(events, 6, { speed });
        const numbers = shown.map(({ seq }) => seq);
        expect(numbers.at(-1)).toBe(events.length);
        expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
        // The look at where it begins is not counted in the plan.
        expect(tookMs).toBeLessThanOrEqual((LONGEST_MS + 1_500) / speed);
        expect(ended).toBe(1);
      }),
      { numRuns: 25 },
    );
  });

  it("TIME-2 goes on with what comes meanwhile", () => {
    const { events } = logOf(...BEGUN, [ADA, move(4)], ...talk(3), [BEN, move(0)]);
    const { shown, ended } = playAll(events.slice(0, 8), 6, { later: events });
    expect(shown.map(({ seq }) => seq)).toEqual([7, 8, 9, 10, 11]);
    expect(ended).toBe(1);
  });

  it("shows nothing more once it is stopped", () => {
    const { events } = logOf(...BEGUN, ...talk(5));
    const clock = new Metronome();
    const shown: number[] = [];
    const stop = play(clock, {
      timeline: new Timeline({ seq: 0, state: null }, events),
      from: 6,
      longestMs: LONGEST_MS,
      speed: () => 1,
      show: (seq) => shown.push(seq),
      ended: () => expect.unreachable(),
    });
    clock.tick();
    stop();
    expect(clock.tick()).toBe(false);
    expect(shown).toEqual([7]);
  });
});

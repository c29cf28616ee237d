import { evolve, type RoomState } from "@rejoin/rules/room";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRules } from "../games/rules";
import { ADA, BEGUN, BEN, logOf, move, type Step } from "../testing/log-of";
import { Timeline } from "./timeline";

beforeAll(() => loadRules("tic-tac-toe"));

const talk = (count: number): Step[] =>
  Array.from({ length: count }, (_, index) => [
    index % 2 ? ADA : BEN,
    { type: "say", text: `word ${index}` },
  ]);

const played: Step[] = [...BEGUN, [ADA, move(4)], ...talk(90), [BEN, move(0)], [ADA, move(8)], ...talk(40)];

describe("a timeline", () => {
  it("TIME-1 shows at each number what the log amounts to there, in whatever order it is asked", () => {
    const { events } = logOf(...played);
    const folds: (RoomState | null)[] = [null];
    for (const event of events) folds.push(evolve(folds.at(-1) ?? null, event));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: events.length }), { maxLength: 30 }), (numbers) => {
        const timeline = new Timeline({ seq: 0, state: null }, events);
        for (const seq of numbers) expect(timeline.at(seq)).toEqual(folds[seq]);
      }),
    );
  });

  it("begins where holding began, and shows nothing before it", () => {
    const { events } = logOf(...played);
    const base = logOf(...played.slice(0, 20)).state;
    const timeline = new Timeline({ seq: 20, state: base }, events.slice(20));
    expect([timeline.first, timeline.last]).toEqual([20, events.length]);
    expect(timeline.at(20)).toEqual(base);
    expect(timeline.nearest(3)).toBe(20);
    expect(timeline.at(3)).toEqual(base);
    expect(timeline.event(21)?.seq).toBe(21);
    expect(timeline.between(22, 24).map(({ seq }) => seq)).toEqual([23, 24]);
  });

  it("goes on as the log grows", () => {
    const { events, state } = logOf(...played);
    const timeline = new Timeline({ seq: 0, state: null }, events.slice(0, 50));
    expect(timeline.at(1_000).lastAt).toBe(50_000);
    timeline.extend(events);
    expect(timeline.at(events.length)).toEqual(state);
  });

  it("is made ready in slices, each as short as it is told", () => {
    const { events, state } = logOf(...BEGUN, ...talk(1_000));
    const timeline = new Timeline({ seq: 0, state: null }, events);
    let slices = 0;
    for (let isReady = false; !isReady; slices++) {
      let goesOn = true;
      isReady = timeline.prepare(() => {
        const may = goesOn;
        goesOn = false;
        return may;
      });
    }
    expect(slices).toBeGreaterThan(20);
    expect(timeline.at(events.length)).toEqual(state);
  });
});

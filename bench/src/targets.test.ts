import { expect, test } from "vitest";
import { spreadOf } from "./measure/statistics.js";
import type { ScenarioReport } from "./report/report.js";
import { targetsOf } from "./targets.js";

function report(name: string, ratio: number, others: Record<string, number> = {}): ScenarioReport {
  const rows = Object.entries({ rejoin: ratio, ...others }).map(([row, one]) => ({
    name: row,
    figures: {},
    ratio: spreadOf([one]),
  }));
  return { name, title: name, columns: [], rows, baseline: "socket.io", notes: [], problems: [] };
}

test("more of what is delivered meets a target, and more of what is used misses it", () => {
  const [delivered, memory] = targetsOf([report("50x4x10", 2.5), report("memory", 2.5)]);
  expect(delivered).toMatchObject({ got: 2.5, wanted: 2, met: true });
  expect(memory).toMatchObject({ got: 2.5, wanted: 1.1, met: false });
});

test("what was not measured is no target of the run", () => {
  expect(targetsOf([report("limits", 1)])).toEqual([]);
});

test("coming back is compared with the fastest of those who came to an end", () => {
  const others = { recovery: 9, "redis-streams": Number.NaN, "insert-then-emit": 4 };
  const [back] = targetsOf([report("return-1000x1000", 1, others)]);
  expect(back).toMatchObject({ got: 4, wanted: 5, met: false });
});

test("a long room is compared with a short one", () => {
  const rows = { "100 events": 1, "100,000 events": 1.8 };
  const [joined] = targetsOf([report("join-asleep", 1, rows)]);
  expect(joined).toMatchObject({ got: 1.8, wanted: 2, met: true });
});

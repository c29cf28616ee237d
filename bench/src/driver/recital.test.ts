import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Recital } from "./recital.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

test("says as much as was asked for, each at its time", () => {
  const meant: number[] = [];
  const recital = new Recital(200, (at) => meant.push(at));
  vi.advanceTimersByTime(1_000);
  recital.stop();
  const [first = 0] = meant;
  expect(meant.length).toBeGreaterThanOrEqual(199);
  expect(meant.length).toBeLessThanOrEqual(201);
  meant.forEach((at, index) => {
    expect(at - first).toBeCloseTo(index * 5_000, 3);
  });
});

test("counts what it was late for from when it was to be said", () => {
  const meant: number[] = [];
  const recital = new Recital(100, (at) => meant.push(at));
  const began = performance.now() * 1_000;
  // The process stands still for a second, and then gets one turn.
  const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 1_000);
  vi.advanceTimersByTime(1);
  recital.stop();
  now.mockRestore();
  expect(meant).toHaveLength(101);
  expect(meant[0]).toBeCloseTo(began, 3);
  expect(meant[50]).toBeCloseTo(began + 500_000, 3);
});

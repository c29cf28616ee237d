import { afterEach, expect, test, vi } from "vitest";
import { Latencies } from "../measure/latencies.js";
import { loadCost, type Speakers } from "./load-cost.js";

afterEach(() => vi.restoreAllMocks());

/** Each look at the clock is a second after the last one. */
function everySecond(): void {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    now += 1_000;
    return now;
  });
}

function inTurn(readings: number[]): () => number {
  return () => readings.shift() ?? Number.NaN;
}

function speakers(undelivered: number): Speakers {
  const counted = { acknowledged: 100, delivered: 400, seconds: 2, latency: new Latencies().summary() };
  return {
    recite: async () => undefined,
    mark: async () => undefined,
    take: async () => counted,
    rest: async () => ({ undelivered, problems: [] }),
  };
}

function cost(undelivered = 0) {
  everySecond();
  // Before and after the silence, and before and after the load.
  const postgres = inTurn([0, 0.1, 1, 1.2]);
  return loadCost({
    server: { cpu: inTurn([0, 0.5, 1, 1.75]) },
    backing: { cpu: () => ({ postgres: postgres(), redis: Number.NaN }) },
    speakers: speakers(undelivered),
    messagesPerSecond: 50,
    patience: { settle: 0, idle: 0, warmUp: 0, load: 0 },
  });
}

test("what silence costs is not counted as if the events had cost it", async () => {
  const { figures, problems } = await cost();
  expect(figures.idleServer).toBeCloseTo(500, 6);
  expect(figures.serverPerCommand).toBeCloseTo(5_000, 6);
  expect(figures.serverPerDelivery).toBeCloseTo(1_250, 6);
  expect(figures.postgresPerCommand).toBeCloseTo(2_000, 6);
  expect(problems).toEqual([]);
});

test("what nobody heard is told", async () => {
  expect((await cost(3)).problems).toEqual(["3 deliveries never came"]);
});

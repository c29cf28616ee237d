import { describe, expect, test } from "vitest";
import { Latencies } from "./latencies.js";

function of(...microseconds: number[]): Latencies {
  const latencies = new Latencies();
  for (const one of microseconds) latencies.add(one);
  return latencies;
}

describe("latencies", () => {
  test("tell what share of them lies below, in milliseconds, to three digits", () => {
    const { count, p50, p99, p999, max } = of(
      ...Array.from({ length: 1_000 }, (_, n) => (n + 1) * 1_000),
    ).summary();
    expect(count).toBe(1_000);
    expect(p50 / 500).toBeCloseTo(1, 2);
    expect(p99 / 990).toBeCloseTo(1, 2);
    expect(p999 / 999).toBeCloseTo(1, 2);
    expect(max / 1_000).toBeCloseTo(1, 2);
  });

  test("of several processes are those of all of them", () => {
    const one = of(...Array.from({ length: 99 }, () => 1_000));
    const merged = Latencies.merged([one.encoded(), of(5_000_000).encoded()]).summary();
    expect(merged.count).toBe(100);
    expect(merged.p50 / 1).toBeCloseTo(1, 2);
    expect(merged.max / 5_000).toBeCloseTo(1, 2);
  });

  test("take a clock that went back, and what took for ever", () => {
    const { count, max } = of(-5, 10 ** 12).summary();
    expect(count).toBe(2);
    expect(max / 600_000).toBeCloseTo(1, 2);
  });

  test("begin anew", () => {
    const latencies = of(7_000);
    latencies.reset();
    expect(latencies.summary().count).toBe(0);
  });
});

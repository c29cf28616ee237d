import { describe, expect, test } from "vitest";
import { Seeded } from "./seeded.js";

const draw = (random: Seeded) => Array.from({ length: 1_000 }, random.next);

describe("seeded chance", () => {
  test("comes again with the same seed, and differs with another", () => {
    expect(draw(new Seeded(7))).toEqual(draw(new Seeded(7)));
    expect(draw(new Seeded(7))).not.toEqual(draw(new Seeded(8)));
  });

  test("is spread evenly from 0 up to 1", () => {
    const numbers = draw(new Seeded(1));
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toBeCloseTo(0.5, 1);
  });

  test("of one part does not depend on what another part draws", () => {
    const [quiet, busy] = [new Seeded(3), new Seeded(3)];
    const [alone, beside] = [quiet.fork("players"), busy.fork("players")];
    draw(busy.fork("faults"));
    expect(draw(alone)).toEqual(draw(beside));
  });

  test("draws each as often as its weight says, and what has none never", () => {
    const random = new Seeded(5);
    const items = [
      { name: "often", weight: 3 },
      { name: "seldom", weight: 1 },
      { name: "never", weight: 0 },
    ];
    const drawn = Array.from({ length: 4_000 }, () => random.pickWeighted(items).name);
    expect(drawn.filter((name) => name === "often").length).toBeGreaterThan(2_700);
    expect(drawn.filter((name) => name === "seldom").length).toBeGreaterThan(700);
    expect(drawn).not.toContain("never");
  });
});

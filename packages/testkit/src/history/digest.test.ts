import fc from "fast-check";
import { expect, it } from "vitest";
import { digestOf } from "./digest.js";

function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, held]) => [key, turnedRound(held)]),
  );
}

it("is the same whatever the order of keys, and after a round trip through JSON", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(digestOf(turnedRound(value))).toBe(digestOf(value));
      expect(digestOf(JSON.parse(JSON.stringify(value)))).toBe(digestOf(value));
    }),
  );
  expect(digestOf({ seat: 1, by: undefined })).toBe(digestOf({ seat: 1 }));
});

it("is another one for another value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const areEqual =
        JSON.stringify(turnedRound(sorted(one))) === JSON.stringify(turnedRound(sorted(other)));
      expect(digestOf(one) === digestOf(other)).toBe(areEqual);
    }),
  );
});

it("does not take one small difference for another", () => {
  const digests = new Set<number>();
  for (let one = 0; one < 100; one++) {
    for (let other = 0; other < 100; other++) {
      for (const value of [[one, other], { one, other }, { one: [one], other: { other } }, `${one} ${other}`])
        digests.add(digestOf(value));
    }
  }
  expect(digests.size).toBe(40_000);
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, held]) => [key, sorted(held)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gameJson } from "./json.js";
import { LIMITS } from "./limits.js";
import { parse } from "./parse.js";

const nested = (depth: number, inner = "") => JSON.parse("[".repeat(depth) + inner + "]".repeat(depth));
const invalid = { ok: false, refusal: { code: "invalid-message" } };
const tooLarge = { ok: false, refusal: { code: "too-large" } };

describe("a game's JSON", () => {
  it("is any small JSON", () => {
    for (const value of [null, true, 0, -1.5, "", "text", [], {}, [[1, null], { a: { b: ["c"] } }]])
      expect(parse(gameJson, value)).toEqual({ ok: true, value });
  });

  it("comes out as it will be stored, and is nobody else's any more", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: "grapheme" }), (value) => {
        const answer = parse(gameJson, value);
        if (!answer.ok) return;
        expect(answer.value).toStrictEqual(JSON.parse(JSON.stringify(value)));
        if (typeof value === "object" && value !== null) expect(answer.value).not.toBe(value);
      }),
    );
    expect(Object.is(gameJson.parse(-0), 0)).toBe(true);
  });

  it("is not what JSON cannot say", () => {
    for (const value of [
      undefined,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1n,
      Symbol("x"),
      () => 1,
      new Date(),
      new Map(),
      Buffer.from("x"),
    ])
      for (const held of [value, [value], { a: value }]) expect(parse(gameJson, held)).toMatchObject(invalid);
    expect(parse(gameJson, JSON.parse("[1e999]"))).toMatchObject(invalid);
  });

  it("has no key __proto__ at any depth; what is called constructor is a key like any other", () => {
    expect(parse(gameJson, JSON.parse('{"__proto__":{"admin":true}}'))).toMatchObject(invalid);
    expect(parse(gameJson, JSON.parse('[{"a":{"__proto__":1}}]'))).toMatchObject(invalid);
    expect(gameJson.parse(JSON.parse('{"constructor":1,"toString":2}'))).toEqual({
      constructor: 1,
      toString: 2,
    });
  });

  it("has nothing that Postgres cannot store", () => {
    for (const text of ["a\u0000b", "\ud800", "\udc00\ud800", "x\udfff"])
      for (const held of [text, [text], { [text]: 1 }]) expect(parse(gameJson, held)).toMatchObject(invalid);
    for (const text of ["👍", "\\u0000", "\\ud800", "\\\\u0000", '"\\u0000"'])
      expect(gameJson.parse(text)).toBe(text);
  });

  it("is bounded in size, exactly", () => {
    const most = "x".repeat(LIMITS.gameJsonLength - 2);
    expect(parse(gameJson, most).ok).toBe(true);
    expect(parse(gameJson, `${most}x`)).toMatchObject(tooLarge);
    expect(parse(gameJson, '"'.repeat(LIMITS.gameJsonLength / 2))).toMatchObject(tooLarge);
    const row = Array(LIMITS.gameJsonLength / 2 - 1).fill(1);
    expect(parse(gameJson, row).ok).toBe(true);
    expect(parse(gameJson, [...row, 1])).toMatchObject(tooLarge);
    expect(parse(gameJson, { ["k".repeat(LIMITS.gameJsonLength)]: 1 })).toMatchObject(tooLarge);
  });

  it("is bounded in depth, exactly", () => {
    expect(parse(gameJson, nested(LIMITS.gameJsonDepth, "1")).ok).toBe(true);
    expect(parse(gameJson, nested(LIMITS.gameJsonDepth + 1, "1"))).toMatchObject(invalid);
  });
});

describe("a hostile value", () => {
  const half = LIMITS.packetBytes / 2;
  const hostile: [what: string, value: unknown][] = [
    ["nested as deep as a packet can", nested(half)],
    ["nested that deep in objects", JSON.parse(`${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`)],
    ["nested that deep, with a fault at the bottom", nested(half - 3, "1e999")],
    ["of empty arrays as many as fit", JSON.parse(`[${Array(20_000).fill("[]").join()}]`)],
    ["of faults as many as fit", JSON.parse(`[${Array(10_000).fill("1e999").join()}]`)],
    [
      "of keys as many as fit",
      Object.fromEntries(Array.from({ length: 8_000 }, (_, index) => [`k${index}`, 1])),
    ],
    ["of escapes as many as fit", "\u0000".repeat(half)],
    ["holding itself", holdingItself()],
  ];

  it.each(hostile)("%s is refused at once, in few words", (_, value) => {
    const answer = parse(gameJson, value);
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer).length).toBeLessThan(500);
    // One walk through a packet takes a few milliseconds; recursing into it would not end well.
    expect(fastestOf(5, () => parse(gameJson, value))).toBeLessThan(50);
  });
});

function holdingItself(): unknown {
  const value: unknown[] = [];
  value.push(value);
  return value;
}

/** In milliseconds; the fastest, so that a busy machine does not decide. */
function fastestOf(times: number, work: () => void): number {
  const took = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...took);
}

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parse } from "./parse.js";
import { refuse } from "./refusal.js";

const schema = z.strictObject({
  name: z.string().max(3),
  inner: z.strictObject({ count: z.int().max(9) }).optional(),
});

function refusedAs(code: "invalid-message" | "too-large", message: string) {
  return { ok: false, refusal: refuse(code, message) };
}

describe("parsing", () => {
  it("rebuilds what it lets through", () => {
    const input = { name: "abc", inner: { count: 1 } };
    const answer = parse(schema, input);
    expect(answer).toEqual({ ok: true, value: input });
    expect(answer.ok && answer.value).not.toBe(input);
    expect(answer.ok && answer.value.inner).not.toBe(input.inner);
  });

  it("names the first fault, and where it is", () => {
    expect(parse(schema, { name: 7 })).toEqual(
      refusedAs("invalid-message", "name: Invalid input: expected string, received number"),
    );
    expect(parse(schema, { name: "abcd" })).toMatchObject({ refusal: { code: "too-large" } });
    expect(parse(schema, { name: "abc", inner: { count: 10 } })).toMatchObject({
      refusal: { code: "invalid-message", message: expect.stringMatching(/^inner\.count: /) },
    });
    expect(parse(schema, 7)).toMatchObject({ refusal: { message: expect.stringMatching(/^the message: /) } });
  });

  it("lets no key through that only looks like one that every object has", () => {
    for (const key of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"]) {
      const input = JSON.parse(`{"name":"abc","${key}":{"polluted":true}}`);
      expect(parse(schema, input)).toMatchObject({ ok: false, refusal: { code: "invalid-message" } });
      const lenient = parse(z.object({ name: z.string() }), input);
      expect(lenient.ok && Object.keys(lenient.value)).toEqual(["name"]);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("does not take what is inherited for what was sent", () => {
    expect(parse(z.strictObject({ constructor: z.string() }), {}).ok).toBe(false);
    expect(parse(z.strictObject({ toString: z.string() }), JSON.parse("{}")).ok).toBe(false);
  });

  it("does not hand a flood back", () => {
    const flood = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`key${index}`, index]));
    const answer = parse(schema, { name: "abc", ...flood });
    expect(!answer.ok && answer.refusal.message.length).toBeLessThan(400);
  });
});

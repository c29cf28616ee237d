import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { acknowledgement, type ClientMessageName, clientMessages } from "./client-messages.js";
import { LIMITS } from "./limits.js";
import { parse } from "./parse.js";
import { REFUSAL_CODES, refuse } from "./refusal.js";
import { ROOM, said } from "./testing/samples.js";
import { NO_MESSAGES, spoilt, withStrangers } from "./testing/spoilt.js";

const names = Object.keys(clientMessages) as ClientMessageName[];

describe.each(names)("%s", (name) => {
  const { payload, reply }: { payload: z.ZodMiniObject; reply: z.ZodMiniObject } = clientMessages[name];
  const good = said[name].payload;

  it("is understood", () => expect(payload.parse(good)).toEqual(good));

  it.each(spoilt(payload, good))("is refused %s", (_, bad) => {
    expect(parse(payload, bad)).toMatchObject({
      ok: false,
      refusal: { code: "invalid-message", retryable: false },
    });
  });

  it.each(withStrangers(good))("is refused %s", (_, bad) => {
    expect(parse(payload, bad)).toMatchObject({ ok: false, refusal: { code: "invalid-message" } });
  });

  it("is not just anything", () => {
    for (const nothing of NO_MESSAGES) expect(parse(payload, nothing).ok).toBe(false);
  });

  it("is answered with ok and what was asked for, or with a refusal, and with nothing else", () => {
    const answer = acknowledgement(name);
    const accepted = { ok: true, ...(said[name].reply as object) };
    const refused = { ok: false, refusal: refuse("rate-limited", "Slowly.", 500) };
    expect(answer.parse(accepted)).toEqual(accepted);
    expect(answer.parse(refused)).toEqual(refused);
    for (const bad of [
      {},
      { ok: "true" },
      { ok: false },
      { refusal: refused.refusal },
      { ok: false, refusal: { code: "no" } },
    ])
      expect(answer.safeParse(bad).success).toBe(false);
    for (const [, bad] of spoilt(reply, said[name].reply as object))
      expect(answer.safeParse({ ok: true, ...(bad as object) }).success).toBe(false);
  });
});

describe("a room is asked for", () => {
  const { payload } = clientMessages["room:join"];

  it("by id or by code, as people type it", () => {
    expect(payload.parse({ room: ROOM })).toEqual({ room: ROOM });
    expect(payload.parse({ room: "abc-234" })).toEqual({ room: "ABC234" });
  });

  it("by nothing else", () => {
    for (const room of ["", "ABC23", "not a room", `${ROOM}x`, "A".repeat(20_000)])
      expect(parse(payload, { room })).toMatchObject({ ok: false, refusal: { code: "invalid-message" } });
  });
});

describe("what is too long", () => {
  it("is refused as too large, and says where", () => {
    const title = "x".repeat(LIMITS.titleLength + 1);
    const answer = parse(clientMessages["room:create"].payload, { ...said["room:create"].payload, title });
    expect(answer).toEqual({
      ok: false,
      refusal: refuse("too-large", "title: must be at most 48 characters"),
    });
  });

  it("is not the same as a number that is too big", () => {
    const answer = parse(clientMessages["room:seen"].payload, { room: ROOM, seq: 2 ** 31 });
    expect(answer).toMatchObject({ ok: false, refusal: { code: "invalid-message" } });
  });
});

describe("refusals", () => {
  it("have different codes, and say which of them are worth asking again", () => {
    expect(new Set(REFUSAL_CODES).size).toBe(REFUSAL_CODES.length);
    expect(REFUSAL_CODES.filter((code) => refuse(code, "").retryable)).toEqual([
      "rate-limited",
      "too-many-connections",
      "draining",
      "unavailable",
      "busy",
      "internal",
    ]);
  });

  it("say how long to wait only where it is known", () => {
    expect(refuse("draining", "Wait.")).toEqual({ code: "draining", message: "Wait.", retryable: true });
    expect(refuse("draining", "Wait.", 0)).toMatchObject({ retryAfterMs: 0 });
  });
});

import { describe, expect, it } from "vitest";
import {
  changeSession,
  createSession,
  errorAnswer,
  replayAnswer,
  replayQuery,
  roomsAnswer,
  sessionAnswer,
} from "./http.js";
import { parse } from "./parse.js";
import { refuse } from "./refusal.js";
import { ALICE, log, summary } from "./testing/samples.js";

describe("what is asked over HTTP", () => {
  it("is a session, with a name or without", () => {
    expect(createSession.parse({})).toEqual({});
    expect(createSession.parse({ name: " Alice " })).toEqual({ name: "Alice" });
    for (const bad of [
      { name: "" },
      { name: null },
      { avatar: "fox" },
      JSON.parse('{"__proto__":{}}'),
      [],
      null,
    ])
      expect(parse(createSession, bad).ok).toBe(false);
  });

  it("is to look different", () => {
    expect(changeSession.parse({ avatar: "fox-7" })).toEqual({ avatar: "fox-7" });
    for (const bad of [{ avatar: "FOX" }, { id: ALICE.id }, { name: "x".repeat(25) }])
      expect(parse(changeSession, bad).ok).toBe(false);
  });

  it("is a page of a log, in the words of an address", () => {
    expect(replayQuery.parse({})).toEqual({ after: 0, limit: 500 });
    expect(replayQuery.parse({ after: "7", limit: "1000" })).toEqual({ after: 7, limit: 1_000 });
    for (const bad of [
      { after: "-1" },
      { after: "x" },
      { after: "1.5" },
      { limit: "0" },
      { limit: "1001" },
      { before: "3" },
    ])
      expect(parse(replayQuery, bad)).toMatchObject({ ok: false, refusal: { code: "invalid-message" } });
    for (const empty of ["", " ", ["7"], "0x10", "1e2"])
      expect(parse(replayQuery, { after: empty }).ok).toBe(false);
  });
});

describe("what is answered over HTTP", () => {
  it("is read by the same schemas on the other side", () => {
    const answers = [
      [sessionAnswer, { player: ALICE }],
      [roomsAnswer, { rooms: [summary] }],
      [replayAnswer, { epoch: "k3", head: log.length, first: 1, events: log }],
      [errorAnswer, { refusal: refuse("not-found", "There is nothing here.") }],
    ] as const;
    for (const [schema, answer] of answers) {
      expect(schema.parse(answer)).toEqual(answer);
      expect(schema.safeParse({}).success).toBe(false);
    }
  });
});

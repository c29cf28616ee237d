import { describe, expect, test } from "vitest";
import { acknowledgementFrame, connectFrame, eventFrame, readFrame } from "./frames.js";

describe("a frame", () => {
  test.each([
    ['0{"sid":"a","pingInterval":25000}', { kind: "open" }],
    ["1", { kind: "close" }],
    ["2", { kind: "ping" }],
    ["6", { kind: "other" }],
    ['40{"sid":"b"}', { kind: "connected", data: { sid: "b" } }],
    ['40/games,{"sid":"b"}', { kind: "connected", data: { sid: "b" } }],
    ["41/games,", { kind: "close" }],
    ['44/games,{"message":"no"}', { kind: "refused", data: { message: "no" } }],
    ['42["said",{"id":7}]', { kind: "event", id: undefined, args: ["said", { id: 7 }] }],
    ['42/games,["said",{"text":"1,2"}]', { kind: "event", id: undefined, args: ["said", { text: "1,2" }] }],
    ['42/games,12["page"]', { kind: "event", id: 12, args: ["page"] }],
    ['433[{"ok":true}]', { kind: "acknowledgement", id: 3, args: [{ ok: true }] }],
    ["43/games,304[]", { kind: "acknowledgement", id: 304, args: [] }],
  ])("%s is read", (text, frame) => {
    expect(readFrame(text)).toEqual(frame);
  });

  test("that is no JSON is an error, and not nothing", () => {
    expect(() => readFrame('42["said"')).toThrow(SyntaxError);
  });
});

describe("what a client says", () => {
  test("names its namespace, unless it is the first one", () => {
    expect(connectFrame("/", {})).toBe("40{}");
    expect(connectFrame("/games", { protocol: 2 })).toBe('40/games,{"protocol":2}');
    expect(eventFrame("/", 5, ["say", "hello"])).toBe('425["say","hello"]');
    expect(acknowledgementFrame("/games", 8)).toBe("43/games,8[]");
  });

  test("is read as it was said", () => {
    const args = ["say", "a, b", { n: 1 }];
    expect(readFrame(eventFrame("/games", 41, args))).toEqual({ kind: "event", id: 41, args });
  });
});

import type { RecordedEvent } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { assertGapless, assertKept, assertOneEffect, type RoomLog } from "./room-log.js";

const ALICE = "11111111-1111-4111-8111-111111111111";
const BOB = "22222222-2222-4222-8222-222222222222";
const by = { name: "Somebody", avatar: "face" };

function said(seq: number, actor: string, commandId: string): RecordedEvent {
  return { seq, at: 0, actor, commandId, type: "said", data: { text: "word", by } };
}

function log(...events: RecordedEvent[]): RoomLog {
  return { epoch: "first-life", events };
}

describe("what is asserted of a log", () => {
  const good = log(said(1, ALICE, "a"), said(2, BOB, "a"), said(3, ALICE, "b"));

  it("lets a good one pass", () => {
    assertGapless(good);
    assertOneEffect(good);
    assertKept(good, [{ actor: BOB, commandId: "a", seq: 2 }]);
  });

  it("sees a hole, a repetition and a swap", () => {
    const [one, two, three] = [said(1, ALICE, "a"), said(2, ALICE, "b"), said(3, ALICE, "c")];
    expect(() => assertGapless(log(one, three))).toThrow("Number 3 is where 2 should be");
    expect(() => assertGapless(log(one, two, two))).toThrow("Number 2 is where 3 should be");
    expect(() => assertGapless(log(two, one))).toThrow("Number 2 is where 1 should be");
  });

  it("sees a command with two effects", () => {
    expect(() => assertOneEffect(log(said(1, ALICE, "a"), said(2, ALICE, "a")))).toThrow(
      "has two events: 1 and 2",
    );
  });

  it("sees an acknowledged command that is lost, or another's", () => {
    expect(() => assertKept(good, [{ actor: ALICE, commandId: "c", seq: 4 }])).toThrow(
      "where there is nothing",
    );
    expect(() => assertKept(good, [{ actor: ALICE, commandId: "a", seq: 2 }])).toThrow("where there is said");
  });
});

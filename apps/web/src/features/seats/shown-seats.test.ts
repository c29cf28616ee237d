import type { RoomState } from "@rejoin/rules/room";
import { describe, expect, it } from "vitest";
import { shownSeats } from "./shown-seats";

const SOMEBODY = {};

function table(seats: (object | null)[], kind: RoomState["phase"]["kind"]): RoomState {
  return { seats, phase: { kind } } as unknown as RoomState;
}

describe("the seats that are shown", () => {
  it("are all of them at a small table", () => {
    expect(shownSeats(table([SOMEBODY, null], "gathering"))).toEqual({ seats: [0, 1], compact: false });
  });

  it("are those that are taken and the next free one at a large table", () => {
    const seats = [SOMEBODY, null, SOMEBODY, null, null];
    expect(shownSeats(table(seats, "gathering"))).toEqual({ seats: [0, 1, 2], compact: true });
    expect(shownSeats(table(seats, "playing")).seats).toEqual([0, 2]);
  });
});

import type { RoomSummary } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { EVERYTHING, filterRooms, readFilter } from "./filter-rooms";

const ada = { id: "5a7f0000-0000-4000-8000-000000000001", name: "Ada", avatar: "a" };

function table(changes: Partial<RoomSummary>): RoomSummary {
  return {
    room: "5a7f0000-0000-4000-8000-00000000000a",
    code: "ABC234",
    title: "Ada’s table",
    game: "tic-tac-toe",
    visibility: "public",
    phase: "gathering",
    host: ada,
    seats: [ada, null],
    head: 3,
    createdAt: 0,
    ...changes,
  };
}

describe("the filter of the directory", () => {
  it("lets everything through that is not closed", () => {
    const rooms = [table({}), table({ phase: "playing" }), table({ phase: "closed" })];
    expect(filterRooms(rooms, EVERYTHING)).toHaveLength(2);
  });

  it("keeps one game", () => {
    const rooms = [table({}), table({ game: "connect-four" })];
    expect(filterRooms(rooms, { game: "connect-four", openSeats: false })).toEqual([rooms[1]]);
  });

  it("keeps tables where one could sit down now", () => {
    const rooms = [table({}), table({ seats: [ada, ada] }), table({ phase: "playing" })];
    expect(filterRooms(rooms, { game: null, openSeats: true })).toEqual([rooms[0]]);
  });

  it("survives what an older page kept", () => {
    expect(readFilter("nonsense")).toEqual(EVERYTHING);
    expect(readFilter({ game: 4, openSeats: "yes" })).toEqual(EVERYTHING);
    expect(readFilter({ game: "chess", openSeats: true })).toEqual({ game: "chess", openSeats: true });
  });
});

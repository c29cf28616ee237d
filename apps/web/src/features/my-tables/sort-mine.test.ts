import type { MyRoom } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { missedIn, sortMine } from "./sort-mine";

function mine(room: string, changes: Partial<MyRoom>): MyRoom {
  const host = { id: "5a7f0000-0000-4000-8000-000000000001", name: "Ada", avatar: "a" };
  return {
    room,
    code: "ABC234",
    title: room,
    game: "tic-tac-toe",
    visibility: "public",
    phase: "playing",
    host,
    seats: [host, null],
    head: 10,
    createdAt: 0,
    seen: 10,
    yourTurn: false,
    ...changes,
  };
}

describe("your tables", () => {
  it("count what was missed, and never less than nothing", () => {
    expect(missedIn(mine("a", { seen: 4 }))).toBe(6);
    expect(missedIn(mine("a", { seen: 12 }))).toBe(0);
  });

  it("come with your turn first, then the most missed, then the newest", () => {
    const rooms = [
      mine("old", {}),
      mine("new", { createdAt: 5 }),
      mine("missed", { seen: 2 }),
      mine("turn", { yourTurn: true }),
    ];
    expect(sortMine(rooms).map(({ room }) => room)).toEqual(["turn", "missed", "new", "old"]);
  });
});

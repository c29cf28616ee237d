import type { MyRoom, RoomSummary } from "@rejoin/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import type { Hub } from "./hub.js";
import { LobbyNews } from "./lobby-news.js";

const ada = "11111111-0000-4000-8000-000000000000";

let said: unknown[];
let news: LobbyNews;
beforeEach(() => {
  said = [];
  const hub: Hub = {
    isHeard: () => true,
    lines: () => [],
    say: (_channel, _name, payload) => void said.push(payload),
  };
  news = new LobbyNews(hub);
});

function summary(head: number, title = "A table"): RoomSummary {
  const host = { id: ada, name: "Ada", avatar: "ada" };
  const table = { room: "r", code: "CODE", title, game: "tic-tac-toe", visibility: "public" } as const;
  return { ...table, phase: "gathering", host, seats: [null, null], head, createdAt: 0 };
}
const mine = (head: number, seen: number): MyRoom => ({ ...summary(head), seen, yourTurn: false });
const listed = (head: number, title?: string) => ({ room: "r", head, summary: summary(head, title) });
const unlisted = (head: number) => ({ room: "r", head, summary: null });

describe("what the lobby is told", () => {
  it("MANY-2 is told once, in whatever order and from wherever it comes", () => {
    news.tell([listed(1)]);
    news.tell([listed(1)]);
    news.tell([listed(5, "Renamed")]);
    news.tell([listed(3, "Between")]);
    expect(said).toEqual([
      { changed: [summary(1)], removed: [] },
      { changed: [summary(5, "Renamed")], removed: [] },
    ]);
  });

  it("MANY-2 does not hear that only the head has grown", () => {
    news.entered(ada, [summary(1)], []);
    news.tell([listed(9)]);
    expect([said, news.isBehind({ room: "r", head: 9 })]).toEqual([[], false]);
  });

  it("GATE-12 hears that a room has left the directory only where it was there", () => {
    news.tell([unlisted(4)]);
    expect(said).toEqual([]);
    news.tell([listed(5)]);
    news.tell([unlisted(6)]);
    news.tell([unlisted(7)]);
    expect(said).toEqual([
      { changed: [summary(5)], removed: [] },
      { changed: [], removed: ["r"] },
    ]);
  });

  it("MANY-2 somebody's own room is told when its head or what they have seen grew, and never backwards", () => {
    news.entered(ada, [], [mine(3, 1)]);
    for (const told of [mine(3, 1), mine(3, 2), mine(2, 2), mine(4, 2), mine(4, 1)])
      news.tellOwn(ada, { changed: [told], removed: [] });
    expect(said).toEqual([
      { changed: [mine(3, 2)], removed: [] },
      { changed: [mine(4, 2)], removed: [] },
    ]);
  });

  it("MANY-2 a room that is no longer theirs comes back only by something newer", () => {
    news.entered(ada, [], [mine(3, 1)]);
    const round = news.nextRound();
    const removed = news.missing(ada, new Set(), round);
    news.tellOwn(ada, { changed: [], removed });
    news.tellOwn(ada, { changed: [mine(3, 1)], removed });
    news.tellOwn(ada, { changed: [mine(4, 1)], removed: [] });
    expect(said).toEqual([
      { changed: [], removed: ["r"] },
      { changed: [mine(4, 1)], removed: [] },
    ]);
    // What was told since the round began is not missing in it.
    expect(news.missing(ada, new Set(), round)).toEqual([]);
  });
});

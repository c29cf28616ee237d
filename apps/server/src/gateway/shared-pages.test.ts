import { LIMITS } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import type { Recorded } from "../log/recorded.js";
import { ada, bob } from "../testing/people.js";
import { type Page, SharedPages } from "./shared-pages.js";

const room = { id: "00000000-0000-4000-8000-000000000001", epoch: "one" };

function event(seq: number, text = "hello"): Recorded {
  const by = { name: "Ada", avatar: "ada" };
  return { seq, at: 0, actor: ada.id, type: "said", data: { text, by } } as unknown as Recorded;
}
function events(from: number, to: number): Recorded[] {
  return Array.from({ length: to - from + 1 }, (_, index) => event(from + index));
}
const numbersOf = (page: Page) => page.events.map(({ seq }) => seq);

describe("pages that many are sent", () => {
  it("are the same object for whoever misses the same", () => {
    const pages = new SharedPages();
    const packet = pages.of(room, events(3, 9)).packetFor(ada.id);
    expect(packet).toEqual({ room: room.id, epoch: "one", events: events(3, 9) });
    expect(pages.of(room, events(3, 9)).packetFor(bob.id)).toBe(packet);
  });

  it.each([
    ["other events", room, events(4, 9)],
    ["fewer events", room, events(3, 8)],
    ["another epoch", { ...room, epoch: "two" }, events(3, 9)],
    ["another room", { ...room, id: "00000000-0000-4000-8000-000000000002" }, events(3, 9)],
  ])("are others for %s", (_what, other, missed) => {
    const pages = new SharedPages();
    pages.of(room, events(3, 9));
    const { id, epoch } = other;
    expect(pages.of(other, missed).packetFor(ada.id)).toEqual({ room: id, epoch, events: missed });
  });

  it("are each person's own where something is not for all to see", () => {
    const secret = { knownTo: [ada.id], shown: "a card" };
    const dealt = { ...event(2), type: "moved", data: { seat: 0, move: "the ace", secret } };
    const page = new SharedPages().of(room, [event(1), dealt as unknown as Recorded]);
    expect(page.packetFor(ada.id).events[1]?.data).toEqual({ seat: 0, move: "the ace" });
    expect(page.packetFor(bob.id).events[1]?.data).toEqual({ seat: 0, move: "a card" });
  });

  it("end after so many events, and go on where they ended", () => {
    const missed = events(1, LIMITS.catchUpPage + 50);
    const pages = new SharedPages();
    const page = pages.of(room, missed);
    expect(numbersOf(page)).toEqual(missed.slice(0, LIMITS.catchUpPage).map(({ seq }) => seq));
    expect(pages.of(room, missed.slice(page.events.length)).last).toBe(missed.length);
  });

  it("end before they become too large, and have one event at least", () => {
    const large = Array.from({ length: 5 }, (_, index) => event(index + 1, "x".repeat(50_000)));
    expect(numbersOf(new SharedPages().of(room, large))).toEqual([1, 2]);
    const huge = [event(1, "x".repeat(500_000)), event(2)];
    expect(numbersOf(new SharedPages().of(room, huge))).toEqual([1]);
  });

  it("are forgotten, those first that were not asked for the longest", () => {
    const pages = new SharedPages();
    const wanted = pages.of(room, events(1, 1));
    const forgotten = pages.of(room, events(2, 2));
    for (let seq = 3; seq < 1_000; seq += 1) {
      pages.of(room, events(seq, seq));
      expect(pages.of(room, events(1, 1))).toBe(wanted);
    }
    expect(pages.of(room, events(2, 2))).not.toBe(forgotten);
  });
});

import { describe, expect, it } from "vitest";
import type { Recorded } from "../log/recorded.js";
import { SharedPages } from "./shared-pages.js";

const room = { id: "00000000-0000-4000-8000-000000000001", epoch: "one" };

function events(from: number, to: number): Recorded[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ seq: from + index }) as Recorded);
}

describe("pages that many are sent", () => {
  it("are the same object for whoever misses the same", () => {
    const pages = new SharedPages();
    const page = pages.of(room, events(3, 9));
    expect(page).toEqual({ room: room.id, epoch: "one", events: events(3, 9) });
    expect(pages.of(room, events(3, 9))).toBe(page);
  });

  it.each([
    ["other events", room, events(4, 9)],
    ["fewer events", room, events(3, 8)],
    ["another epoch", { ...room, epoch: "two" }, events(3, 9)],
    ["another room", { ...room, id: "00000000-0000-4000-8000-000000000002" }, events(3, 9)],
  ])("are others for %s", (_what, other, missed) => {
    const pages = new SharedPages();
    const page = pages.of(room, events(3, 9));
    expect(pages.of(other, missed)).not.toBe(page);
    expect(pages.of(other, missed)).toEqual({ room: other.id, epoch: other.epoch, events: missed });
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

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../clock.js";
import { Presence } from "./presence.js";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

function watch() {
  const told: string[] = [];
  const presence = new Presence({
    clock: systemClock,
    lingerMs: 1_000,
    arrived: (player) => told.push(`${player} arrived`),
    left: (player) => told.push(`${player} left`),
  });
  return { presence, told };
}

describe("presence", () => {
  it("SEAT-1 a player is here from the first connection to a moment after the last", () => {
    const { presence, told } = watch();
    const close = presence.connected("ada");
    expect(told).toEqual(["ada arrived"]);
    close();
    vi.advanceTimersByTime(999);
    expect([presence.isHere("ada"), told]).toEqual([true, ["ada arrived"]]);
    vi.advanceTimersByTime(1);
    expect([presence.isHere("ada"), told]).toEqual([false, ["ada arrived", "ada left"]]);
    presence.connected("ada");
    expect(told.at(-1)).toBe("ada arrived");
  });

  it("SEAT-2 a reload within that moment is not an absence", () => {
    const { presence, told } = watch();
    for (let reload = 0; reload < 5; reload += 1) {
      const close = presence.connected("ada");
      vi.advanceTimersByTime(5_000);
      close();
      vi.advanceTimersByTime(900);
    }
    presence.connected("ada");
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(["ada arrived"]);
  });

  it("SEAT-3 with two tabs, closing one is not leaving", () => {
    const { presence, told } = watch();
    const [one, other] = [presence.connected("ada"), presence.connected("ada")];
    one();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(["ada arrived"]);
    other();
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual(["ada arrived", "ada left"]);
  });

  it("SEAT-4 the late close of an old connection undoes nothing, however often it is told", () => {
    const { presence, told } = watch();
    const old = presence.connected("ada");
    const current = presence.connected("ada");
    old();
    old();
    old();
    vi.advanceTimersByTime(60_000);
    expect([presence.isHere("ada"), told]).toEqual([true, ["ada arrived"]]);
    current();
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual(["ada arrived", "ada left"]);
  });

  it("SEAT-1 players come and go independently, and a stopped server tells nothing", () => {
    const { presence, told } = watch();
    const close = presence.connected("ada");
    const closeBob = presence.connected("bob");
    close();
    vi.advanceTimersByTime(500);
    closeBob();
    vi.advanceTimersByTime(500);
    expect(told).toEqual(["ada arrived", "bob arrived", "ada left"]);
    presence.stop();
    vi.advanceTimersByTime(60_000);
    expect(told).toHaveLength(3);
  });
});

import { describe, expect, it } from "vitest";
import { ServerTime } from "./server-time";

const NOON = Date.parse("2026-05-01T12:00:00Z");
const HEADER = "Fri, 01 May 2026 12:00:00 GMT";

describe("the time by the server's clock", () => {
  it("is this device's while nothing is known", () => {
    expect(new ServerTime().at(NOON)).toBe(NOON);
  });

  it("is known to half a second from one answer, however wrong this device's clock is", () => {
    const time = new ServerTime();
    const wrong = NOON + 3_600_000;
    time.answered(HEADER, wrong + 400, wrong + 450);
    expect(Math.abs(time.at(wrong + 425) - (NOON + 425))).toBeLessThanOrEqual(600);
  });

  it("is never before an event that was heard of", () => {
    const time = new ServerTime();
    time.answered(HEADER, NOON, NOON + 900);
    time.heard(NOON + 5_000, NOON + 4_300);
    expect(time.at(NOON + 4_300)).toBeGreaterThanOrEqual(NOON + 5_000);
  });

  it("is not misled by events of long ago", () => {
    const time = new ServerTime();
    time.heard(NOON - 86_400_000, NOON);
    expect(time.at(NOON)).toBe(NOON);
  });

  it("begins anew when a clock was set", () => {
    const time = new ServerTime();
    time.answered(HEADER, NOON + 500, NOON + 520);
    const set = NOON - 7_200_000;
    time.answered(HEADER, set + 500, set + 520);
    expect(Math.abs(time.at(set + 520) - (NOON + 520))).toBeLessThanOrEqual(1_000);
  });
});

import { describe, expect, it } from "vitest";
import { ADA, BEGUN, BEN, logOf, move, type Step } from "../testing/log-of";
import { countMissed, isMissed, missedEvents } from "./missed-events";

const say = (who: typeof ADA, text: string): Step => [who, { type: "say", text }];

/** Ben was away from event 7 on, and moved and wrote on his way back. */
const { events } = logOf(
  ...BEGUN,
  say(BEN, "In the tunnel"),
  [ADA, move(4)],
  [BEN, move(0)],
  say(ADA, "There you are"),
  say(BEN, "Here I am"),
);
const away = { missed: { from: 7, to: 11 }, seq: 11 };

describe("what was missed", () => {
  it("CLIENT-7 is what others did, and nothing of one's own", () => {
    const missed = missedEvents(away, events, BEN.id);
    expect(missed && countMissed(missed)).toBe(2);
    expect(events.filter(({ seq }) => isMissed(missed, seq)).map(({ seq }) => seq)).toEqual([8, 10]);
    expect(missed, "begins and ends with what others did").toMatchObject({ from: 8, to: 10 });
  });

  it("CLIENT-7 is nothing where only one's own came meanwhile", () => {
    expect(missedEvents({ missed: { from: 7, to: 7 }, seq: 7 }, events, BEN.id)).toBeNull();
    expect(missedEvents({ missed: null, seq: 11 }, events, BEN.id)).toBeNull();
  });

  it("is all of it for whoever did none of it", () => {
    const missed = missedEvents(away, events, "somebody else");
    expect(missed && countMissed(missed)).toBe(5);
  });

  it("is not told before any of it is held: what comes might be one's own", () => {
    expect(missedEvents({ ...away, seq: 6 }, events.slice(0, 6), BEN.id)).toBeNull();
    expect(missedEvents({ ...away, seq: 7 }, events.slice(0, 7), BEN.id)).toBeNull();
    expect(missedEvents({ ...away, seq: 8 }, events.slice(0, 8), BEN.id)).not.toBeNull();
  });

  it("counts what is not held, where holding began later than one left", () => {
    const missed = missedEvents(away, events.slice(9), BEN.id);
    expect(missed && countMissed(missed)).toBe(4);
  });

  it("is counted as far as it was played back", () => {
    const missed = missedEvents(away, events, BEN.id);
    const counts = [6, 7, 8, 9, 10, 11].map((seq) => missed && countMissed(missed, seq));
    expect(counts).toEqual([0, 0, 1, 1, 2, 2]);
  });
});

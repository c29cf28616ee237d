import { describe, expect, it } from "vitest";
import { ADA, BEGUN, BEN, logOf, move } from "../../testing/log-of";
import { ThreadReader } from "./thread-reader";

describe("the thread in words", () => {
  it("tells who did what, in order", () => {
    const { events } = logOf(...BEGUN, [ADA, move(4)], [BEN, { type: "say", text: "Well played" }]);
    const entries = new ThreadReader(null, "tic-tac-toe").read(events);
    expect(entries.map(({ text }) => text)).toEqual([
      "Ada opened the table",
      "Ada took seat 1",
      "Ben took seat 2",
      "Ada is ready",
      "Ben is ready",
      "The game began",
      "Ada played row 2, column 2",
      "Well played",
    ]);
  });

  it("tells what followed by the rules: a countdown, a win", () => {
    const { events } = logOf(
      ...BEGUN,
      [ADA, move(0)],
      [BEN, move(3)],
      [ADA, move(1)],
      [BEN, move(4)],
      [ADA, move(2)],
    );
    const entries = new ThreadReader(null, "tic-tac-toe").read(events);
    expect(entries[4]?.outcome).toEqual({ text: "Everyone is ready", result: false });
    expect(entries.at(-1)?.outcome).toEqual({ text: "Ada won", result: true });
  });

  it("names a player whom only the room speaks of", () => {
    const { events } = logOf(...BEGUN, ["room", { type: "drop", player: BEN.id }]);
    const last = new ThreadReader(null, "tic-tac-toe").read(events).at(-1);
    expect(last).toMatchObject({ text: "Ben lost the connection", seat: 1 });
  });

  it("reads on from the middle, and keeps the entries it has", () => {
    const { events } = logOf(...BEGUN, [ADA, move(4)], [BEN, move(0)]);
    const before = logOf(...BEGUN).state;
    const reader = new ThreadReader(before, "tic-tac-toe");
    const first = reader.read(events.slice(6, 7));
    const both = reader.read(events.slice(6));
    expect(both[0]).toBe(first[0]);
    expect(both.map(({ text }) => text)).toEqual([
      "Ada played row 2, column 2",
      "Ben played row 1, column 1",
    ]);
  });

  it("describes a part whose beginning is not held, without what it cannot know", () => {
    const { events } = logOf(...BEGUN, [ADA, move(4)]);
    const [entry] = new ThreadReader(null, "tic-tac-toe").read(events.slice(6));
    expect(entry).toMatchObject({ text: "Ada played row 2, column 2", outcome: null, seat: 0 });
  });
});

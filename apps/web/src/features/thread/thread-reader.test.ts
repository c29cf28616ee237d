import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADA, BEGUN, BEN, logOf, move, type Step } from "../../testing/log-of";
import { readThread, ThreadReader } from "./thread-reader";

const always = () => true;

/** Two games, with talk, somebody who is dropped and comes back, and a host who leaves. */
const PLAYED: Step[] = [
  ...BEGUN,
  [ADA, move(0)],
  [BEN, move(3)],
  [BEN, { type: "say", text: "One" }],
  ["room", { type: "drop", player: ADA.id }],
  ["room", { type: "return", player: ADA.id }],
  [ADA, move(1)],
  [BEN, move(4)],
  [ADA, move(2)],
  [BEN, { type: "say", text: "Again?" }],
  [ADA, { type: "leave-seat" }],
];

/** Says yes so many times. */
const times = (count: number) => () => count-- > 0;

describe("the thread in words", () => {
  it("tells who did what, in order", () => {
    const { events } = logOf(...BEGUN, [ADA, move(4)], [BEN, { type: "say", text: "Well played" }]);
    const entries = readThread(events, "tic-tac-toe");
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
    const entries = readThread(events, "tic-tac-toe");
    expect(entries[4]?.outcome).toEqual({ text: "Everyone is ready", result: false });
    expect(entries.at(-1)?.outcome).toEqual({ text: "Ada won", result: true });
  });

  it("names a player whom only the room speaks of", () => {
    const { events } = logOf(...BEGUN, ["room", { type: "drop", player: BEN.id }]);
    const last = readThread(events, "tic-tac-toe").at(-1);
    expect(last).toMatchObject({ text: "Ben lost the connection", seat: 1 });
  });

  it("reads on from the middle, and keeps the entries it has", () => {
    const { events } = logOf(...BEGUN, [ADA, move(4)], [BEN, move(0)]);
    const base = { seq: 6, state: logOf(...BEGUN).state };
    const reader = new ThreadReader("tic-tac-toe");
    reader.read({ events: events.slice(6, 7), base }, always);
    const [first] = reader.entries;
    reader.read({ events: events.slice(6), base }, always);
    expect(reader.entries[0]).toBe(first);
    expect(reader.entries.map(({ text }) => text)).toEqual([
      "Ada played row 2, column 2",
      "Ben played row 1, column 1",
    ]);
  });

  it("describes a part whose beginning is not held, without what it cannot know", () => {
    const { events } = logOf(...BEGUN, [ADA, move(4)]);
    const [entry] = readThread(events.slice(6), "tic-tac-toe");
    expect(entry).toMatchObject({ text: "Ada played row 2, column 2", outcome: null, seat: 0 });
  });

  it("LONG-2 says the same in the end, whatever was held at first, and however little is read at a time", () => {
    const { events } = logOf(...PLAYED);
    const whole = readThread(events, "tic-tac-toe");
    const positions = fc.record({
      base: fc.integer({ min: 1, max: events.length - 1 }),
      older: fc.array(fc.integer({ min: 0, max: events.length }), { maxLength: 4 }),
      slice: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(positions, ({ base: at, older, slice }) => {
        const base = { seq: at, state: logOf(...PLAYED.slice(0, at)).state };
        const reader = new ThreadReader("tic-tac-toe");
        const starts = [...older.filter((start) => start < at).sort((one, other) => other - one), 0];
        for (const start of starts) reader.read({ events: events.slice(start), base }, times(slice));
        while (!reader.read({ events, base }, times(slice)));
        expect(reader.entries).toEqual(whole);
      }),
    );
  });

  it("names somebody as soon as their name was heard, and as they were called last", () => {
    const { events } = logOf(
      ...BEGUN.slice(0, 3),
      [
        { ...BEN, name: "Benno" },
        { type: "say", text: "Call me Benno" },
      ],
      ...Array.from({ length: 70 }, (): Step => [ADA, { type: "say", text: "Well" }]),
      [ADA, { type: "kick", player: BEN.id }],
      [ADA, { type: "say", text: "Sorry" }],
    );
    const base = { seq: events.length, state: logOf(...BEGUN.slice(0, 1)).state };
    const reader = new ThreadReader("tic-tac-toe");
    reader.read({ events: events.slice(50), base }, always);
    expect(reader.entries.at(-2)?.text).toBe("Ada freed the seat of Somebody");
    reader.read({ events: events.slice(1), base }, always);
    expect(reader.entries.at(-2)?.text).toBe("Ada freed the seat of Benno");
  });

  it("says whom somebody invited as soon as they came", () => {
    const { events } = logOf(
      ...BEGUN.slice(0, 2),
      [ADA, { type: "invite", player: BEN.id }],
      [BEN, { type: "take-seat" }],
    );
    const reader = new ThreadReader("tic-tac-toe");
    reader.read({ events: events.slice(0, -1), base: null }, always);
    expect(reader.entries.at(-1)?.text).toBe("Ada invited somebody");
    reader.read({ events, base: null }, always);
    expect(reader.entries.at(-2)?.text).toBe("Ada invited Ben");
  });

  it("goes on when the oldest of what it read is not held any more, and begins anew after a hole", () => {
    const { events } = logOf(...PLAYED);
    const reader = new ThreadReader("tic-tac-toe");
    reader.read({ events: events.slice(0, 10), base: null }, always);
    const base = { seq: 8, state: logOf(...PLAYED.slice(0, 8)).state };
    reader.read({ events: events.slice(8, 12), base }, always);
    expect(reader.entries).toEqual(readThread(events.slice(0, 12), "tic-tac-toe"));
    reader.read(
      { events: events.slice(13), base: { seq: 13, state: logOf(...PLAYED.slice(0, 13)).state } },
      always,
    );
    expect(reader.entries.map(({ event }) => event.seq)).toEqual(events.slice(13).map(({ seq }) => seq));
    reader.read({ events: [], base: { seq: 99, state: logOf(...PLAYED).state } }, always);
    expect(reader.entries).toEqual([]);
  });
});

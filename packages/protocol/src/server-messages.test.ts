import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { recordedEvent, roomEvent } from "./room-event.js";
import { type ServerMessageName, serverMessages } from "./server-messages.js";
import { heard, log } from "./testing/samples.js";
import { NO_MESSAGES, spoilt } from "./testing/spoilt.js";

const names = Object.keys(serverMessages) as ServerMessageName[];

describe.each(names)("%s", (name) => {
  const { payload } = serverMessages[name];
  const good = heard[name];

  it("is understood", () => expect(payload.parse(good)).toEqual(good));

  it.each(spoilt(payload, good).filter(([how]) => !how.includes("state")))("is refused %s", (_, bad) => {
    expect(payload.safeParse(bad).success).toBe(false);
  });

  it("is not just anything", () => {
    for (const nothing of NO_MESSAGES) expect(payload.safeParse(nothing).success).toBe(false);
  });

  it("may say more one day, to which an old client is deaf", () => {
    expect(payload.parse({ ...good, news: 1 })).toEqual(good);
  });
});

const dataOf = new Map<string, z.ZodMiniObject>(
  roomEvent.def.options.map((option) => [option.shape.type.def.values.join(), option.shape.data]),
);

describe.each(log)("the event $type", (event) => {
  const data = dataOf.get(event.type);
  if (!data) throw new Error(`no schema of ${event.type}`);

  it("is understood in its place in a log, also when it was stored and sent", () => {
    expect(recordedEvent.parse(event)).toEqual(event);
    expect(recordedEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it.each(spoilt(data, event.data))("is not understood %s", (_, bad) => {
    expect(recordedEvent.safeParse({ ...event, data: bad }).success).toBe(false);
  });

  it.each(["seq", "at", "actor", "type", "data"])("needs its %s", (key) => {
    expect(recordedEvent.safeParse({ ...event, [key]: undefined }).success).toBe(false);
  });
});

describe("an event's place", () => {
  const [first] = log;

  it("is a number from 1", () => {
    for (const seq of [0, -1, 1.5, "1", null, 2 ** 31])
      expect(recordedEvent.safeParse({ ...first, seq }).success).toBe(false);
  });

  it("names a player, or the room", () => {
    expect(recordedEvent.safeParse({ ...first, actor: "room" }).success).toBe(true);
    for (const actor of ["", "Alice", "the room", null]) {
      expect(recordedEvent.safeParse({ ...first, actor }).success).toBe(false);
    }
  });

  it("is never of a kind that is not known", () => {
    for (const type of ["seat-stolen", "", "constructor", "__proto__", null])
      expect(recordedEvent.safeParse({ ...first, type }).success).toBe(false);
  });
});

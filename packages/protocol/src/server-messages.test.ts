import { describe, expect, it } from "vitest";
import { recordedEvent } from "./room-event.js";
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

describe.each(log)("the event $type", (event) => {
  it("is understood in its place in a log", () => expect(recordedEvent.parse(event)).toEqual(event));

  it("survives being stored and sent", () => {
    expect(recordedEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it("needs everything that it says", () => {
    const optional = ["commandId", "reason", "title", "visibility", "options"];
    const isOptional = (key: string) =>
      optional.includes(key) ||
      (event.type === "configured" && key === "seats") ||
      (["moved", "room-closed"].includes(event.type) && key === "by");
    const needed = (fields: object) =>
      Object.keys(fields).filter((key) => event.type === "room-created" || !isOptional(key));
    for (const key of needed(event).filter((key) => key !== "commandId"))
      expect(recordedEvent.safeParse({ ...event, [key]: undefined }).success, key).toBe(false);
    for (const key of needed(event.data).filter((key) => !(event.type === "room-closed" && key === "reason")))
      expect(
        recordedEvent.safeParse({ ...event, data: { ...event.data, [key]: undefined } }).success,
        key,
      ).toBe(false);
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

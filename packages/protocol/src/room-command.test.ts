import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { LIMITS } from "./limits.js";
import { parse } from "./parse.js";
import { REACTIONS, roomCommand } from "./room-command.js";
import { commands } from "./testing/samples.js";
import { NO_MESSAGES, spoilt, withStrangers } from "./testing/spoilt.js";

const schemas = new Map<unknown, z.ZodMiniObject>(
  roomCommand.def.options.map((option) => [option.shape.type.def.values.join(), option]),
);

describe.each(Object.values(commands))("the command $type", (command) => {
  const schema = schemas.get(command.type);
  if (!schema) throw new Error(`no schema of ${command.type}`);

  it("is understood", () => expect(roomCommand.parse(command)).toEqual(command));

  it.each([...spoilt(schema, command), ...withStrangers(command)])("is refused %s", (_, bad) => {
    expect(parse(roomCommand, bad)).toMatchObject({ ok: false, refusal: { code: "invalid-message" } });
  });
});

describe("a command", () => {
  it("is one of those that players have: never the room's own, nor opening", () => {
    const own = [
      "begin",
      "move-by-itself",
      "drop",
      "return",
      "give-up",
      "close-abandoned",
      "fill-seat",
      "open",
    ];
    for (const type of [...own, "constructor", "__proto__", "", null, 1])
      expect(parse(roomCommand, { type, player: commands.invite.player })).toMatchObject({ ok: false });
    for (const nothing of NO_MESSAGES) expect(parse(roomCommand, nothing).ok).toBe(false);
  });

  it("takes a seat at the first free one, and is ready, unless it says otherwise", () => {
    expect(roomCommand.parse({ type: "take-seat" })).toEqual({ type: "take-seat" });
    expect(roomCommand.parse({ type: "ready" })).toEqual({ type: "ready", ready: true });
  });

  it("wants a seat that a table can have", () => {
    for (const seat of [-1, LIMITS.seats, 0.5, "0"])
      expect(parse(roomCommand, { type: "take-seat", seat })).toMatchObject({
        ok: false,
        refusal: { code: "invalid-message" },
      });
    expect(roomCommand.parse({ type: "take-seat", seat: LIMITS.seats - 1 })).toMatchObject({ seat: 11 });
    expect(roomCommand.parse(JSON.parse('{"type":"take-seat","seat":-0}'))).toStrictEqual({
      type: "take-seat",
      seat: 0,
    });
  });

  it("says what has been cleaned, and not too much of it", () => {
    expect(roomCommand.parse({ type: "say", text: "  hello\n\nthere " })).toEqual({
      type: "say",
      text: "hello there",
    });
    expect(parse(roomCommand, { type: "say", text: "x".repeat(501) })).toMatchObject({
      refusal: { code: "too-large" },
    });
    expect(parse(roomCommand, { type: "say", text: " " })).toMatchObject({
      refusal: { code: "invalid-message" },
    });
  });

  it("reacts with what is on the list only", () => {
    for (const reaction of REACTIONS)
      expect(roomCommand.parse({ type: "react", reaction })).toEqual({ type: "react", reaction });
    for (const reaction of ["💣", "", "👍👍", "hello"])
      expect(parse(roomCommand, { type: "react", reaction }).ok).toBe(false);
  });

  it("names people whose ids are compared as they are", () => {
    const player = "ABCDEFAB-CDEF-4ABC-8DEF-ABCDEFABCDEF";
    expect(roomCommand.parse({ type: "invite", player })).toEqual({
      type: "invite",
      player: player.toLowerCase(),
    });
  });
});

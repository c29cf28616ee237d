import type { RoomCommand } from "@rejoin/protocol";
import fc from "fast-check";
import type { AnyGame } from "../game.js";
import type { AnyRoomCommand, RoomOwnCommand } from "../room/decision.js";
import { due } from "../room/due.js";
import type { LiveRoom } from "./live-room.js";
import { movesOf } from "./moves.js";
import { alice, bob, carol, dave, type Somebody, theRoom } from "./people.js";

/** Something that is tried in a room. */
export type Try = { about: string; on: (room: LiveRoom) => void };

const people = [alice, bob, carol, dave] as const;
const somebody = fc.constantFrom(...people);
const playerId = fc.constantFrom(...people.map(({ id }) => id));

/** Anything that anybody may try in a room of that game, sensible or not, at any time. */
export function tries(game: AnyGame): fc.Arbitrary<Try> {
  return fc.oneof(
    { weight: 12, arbitrary: moves(game) },
    { weight: 8, arbitrary: said(sensible()) },
    { weight: 8, arbitrary: saidByTheHost(sensible()) },
    { weight: 2, arbitrary: said(fc.jsonValue()) },
    { weight: 2, arbitrary: said(distorted()) },
    { weight: 8, arbitrary: byItself() },
    { weight: 1, arbitrary: wrongly() },
    { weight: 3, arbitrary: gettingToPlay() },
    { weight: 3, arbitrary: nextByItself() },
    { weight: 2, arbitrary: waiting() },
  );
}

function said(messages: fc.Arbitrary<unknown>): fc.Arbitrary<Try> {
  return fc.tuple(somebody, messages).map(([who, message]) => {
    const about = `${who.person.name}: ${JSON.stringify(message)}`;
    return trying(about, (room) => room.say(who, message));
  });
}

/** The host may do more than the others, and is only one of them. */
function saidByTheHost(messages: fc.Arbitrary<unknown>): fc.Arbitrary<Try> {
  return messages.map((message) =>
    trying(`the host: ${JSON.stringify(message)}`, (room) => {
      const host = people.find(({ id }) => id === room.open.host.id);
      room.say(host ?? alice, message);
    }),
  );
}

function moves(game: AnyGame): fc.Arbitrary<Try> {
  const message = fc.record({ type: fc.constant("move"), move: movesOf(game), round: rounds() });
  return fc.tuple(somebody, message).map(([who, move]) =>
    trying(`${who.person.name}: ${JSON.stringify(move)}`, (room) => {
      const { rounds } = room.open;
      const decision = room.say(who, move);
      if (decision.ok && move.round !== undefined && move.round !== rounds)
        throw new Error(`a move of game ${move.round} was made in game ${rounds}`);
    }),
  );
}

/** Mostly the first game at a table, or whichever is played. */
function rounds(): fc.Arbitrary<number | undefined> {
  return fc.constantFrom(undefined, undefined, 1, 1, 2, 3);
}

function sensible(): fc.Arbitrary<unknown> {
  const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
  const commands: { [Type in RoomCommand["type"]]: Record<string, fc.Arbitrary<unknown>> } = {
    "take-seat": { seat: maybe(fc.constantFrom(0, 1, 2, 3, -0)) },
    "seat-bot": {
      seat: maybe(fc.constantFrom(0, 1, 2, 3)),
      strength: maybe(fc.constantFrom("easy", "hard")),
    },
    "leave-seat": {},
    ready: { ready: fc.boolean() },
    configure: {
      title: maybe(fc.string()),
      visibility: maybe(fc.constantFrom("public", "private")),
      options: maybe(fc.oneof(fc.constant({}), fc.jsonValue())),
      seats: maybe(fc.integer({ min: 0, max: 9 })),
    },
    start: {},
    move: { move: fc.jsonValue(), round: rounds() },
    say: { text: fc.string({ unit: "binary" }) },
    react: { reaction: fc.constantFrom("👍", "🔥", "💣") },
    invite: { player: playerId },
    decline: {},
    kick: { player: playerId, reason: maybe(fc.string()) },
    mute: { player: playerId, muted: fc.boolean() },
    "hand-over": { player: playerId },
    resign: { round: rounds() },
    rematch: {},
    close: {},
  };
  // Rare, for the same reason as below.
  const often = Object.entries(commands).filter(([type]) => type !== "close");
  const records = often.map(([type, fields]) => fc.record({ type: fc.constant(type), ...fields }));
  return fc.oneof(
    { weight: 200, arbitrary: fc.oneof(...records) },
    { weight: 1, arbitrary: fc.constant({ type: "close" }) },
  );
}

/** Something sensible with a key that should not be there, or is not what it should be, or is missing. */
function distorted(): fc.Arbitrary<unknown> {
  const key = fc.constantFrom("type", "seat", "player", "move", "__proto__", "constructor", "toString");
  return fc.tuple(sensible(), key, fc.jsonValue()).map(([message, name, value]) => {
    const fields = [...Object.entries(message as object).filter(([field]) => field !== name), [name, value]];
    return JSON.parse(
      `{${fields.map(([field, held]) => `"${field}":${JSON.stringify(held ?? null)}`).join(",")}}`,
    );
  });
}

function ownCommands(): fc.Arbitrary<RoomOwnCommand> {
  return fc.oneof(
    fc.record({
      type: fc.constantFrom("drop" as const, "return" as const, "give-up" as const),
      player: playerId,
    }),
    fc.record({
      type: fc.constantFrom(
        "begin" as const,
        "move-by-itself" as const,
        "fill-seat" as const,
        "close-abandoned" as const,
      ),
    }),
  );
}

function byItself(): fc.Arbitrary<Try> {
  return ownCommands().map((command) =>
    trying(`the room: ${command.type}`, (room) => room.ask(theRoom, command)),
  );
}

/** A player asks for what is the room's, as no client can, or the room for what is a player's, as no server does. */
function wrongly(): fc.Arbitrary<Try> {
  const asked = (who: Somebody | typeof theRoom, command: AnyRoomCommand) =>
    trying(`wrongly: ${command.type}`, (room) => {
      if (room.ask(who, command).ok) throw new Error(`${command.type} was accepted from the wrong side`);
    });
  return fc.oneof(
    fc.tuple(somebody, ownCommands()).map(([who, command]) => asked(who, command)),
    fc.constant(asked(theRoom, { type: "take-seat" })),
    fc.constant(asked(theRoom, { type: "close" })),
  );
}

/** Random tries alone would hardly ever begin a game. */
function gettingToPlay(): fc.Arbitrary<Try> {
  return fc.integer({ min: 2, max: people.length }).map((count) =>
    trying(`${count} get to play`, (room) => {
      const seated = people.slice(0, count);
      for (const who of seated) room.say(who, { type: "take-seat" });
      for (const who of seated) room.say(who, { type: "ready" });
      for (const who of seated) room.say(who, { type: "start" });
      room.now += room.open.timing.countdownMs;
      room.ask(theRoom, { type: "begin" });
    }),
  );
}

function nextByItself(): fc.Arbitrary<Try> {
  // A closed room is the end of what can be tried: that is left to the end of a run.
  const unlessClosing = (room: LiveRoom) => {
    if (due(room.open)?.command.type !== "close-abandoned") room.doNextByItself();
  };
  return fc.constant(trying("what is due", unlessClosing));
}

function waiting(): fc.Arbitrary<Try> {
  return fc.integer({ min: 0, max: 100_000 }).map((ms) =>
    trying(`${ms} ms later`, (room) => {
      room.now += ms;
    }),
  );
}

function trying(about: string, on: (room: LiveRoom) => void): Try {
  return { about, on, [fc.toStringMethod]: () => about } as Try;
}

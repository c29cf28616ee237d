import { gameJson, type PlayerId, parse, type RoomCommand } from "@rejoin/protocol";
import { gameOf } from "../../games/known-games.js";
import type { Asker } from "../decide.js";
import { accepted, type Decision, refused } from "../decision.js";
import { isBot, isSeated, phaseIs, type RoomState, seatOf, takenSeats } from "../state.js";
import { mayTendBots } from "./bots.js";

type Configure = Extract<RoomCommand, { type: "configure" }>;
type Mute = Extract<RoomCommand, { type: "mute" }>;
type Kick = Extract<RoomCommand, { type: "kick" }>;

export function decideConfigure(state: RoomState, command: Configure, { id, by }: Asker): Decision {
  if (state.host.id !== id) return refused("not-host", "Only the host changes the table.");
  if (!phaseIs(state, "gathering", "finished"))
    return refused("wrong-phase", "The table cannot change during a game.");
  if (Object.keys(command).length === 1) return refused("invalid-message", "Say what to change.");
  const seats = refuseSeats(state, command.seats);
  if (seats) return seats;
  const changes = {
    ...(command.title && { title: command.title }),
    ...(command.visibility && { visibility: command.visibility }),
    ...(command.seats && { seats: command.seats }),
  };
  if (command.options === undefined) return accepted({ type: "configured", data: { ...changes, by } });
  const game = gameOf(state.game);
  const options = parse(game.options, command.options);
  if (!options.ok)
    return refused("invalid-options", `The options do not fit ${game.name}: ${options.refusal.message}`);
  return accepted({ type: "configured", data: { ...changes, options: gameJson.parse(options.value), by } });
}

/** Why a table cannot have so many seats, or null where it can. */
function refuseSeats(state: RoomState, count: number | undefined): Extract<Decision, { ok: false }> | null {
  if (count === undefined) return null;
  const { name, seats } = gameOf(state.game);
  if (count < seats.min || count > seats.max)
    return refused("invalid-options", `${name} is played at ${seats.min} to ${seats.max} seats.`);
  const last = takenSeats(state).at(-1) ?? -1;
  return last < count ? null : refused("seat-taken", `Somebody has seat ${last + 1}, which would go.`);
}

export function decideKick(state: RoomState, command: Kick, { id, by }: Asker): Decision {
  const may = isBot(state, command.player) ? mayTendBots(state, id) : state.host.id === id;
  if (!may) return refused("not-host", "Only the host frees somebody's seat.");
  if (phaseIs(state, "playing"))
    return refused("wrong-phase", "Nobody is sent away in the middle of a game.");
  const seat = seatOf(state, command.player);
  if (seat === null || command.player === id)
    return refused("no-such-player", "They have no seat at this table.");
  return accepted({
    type: "kicked",
    data: { player: command.player, seat, ...(command.reason && { reason: command.reason }), by },
  });
}

export function decideMute(state: RoomState, { player, muted }: Mute, { id, by }: Asker): Decision {
  if (state.host.id !== id) return refused("not-host", "Only the host mutes somebody.");
  if (muted && player === id) return refused("no-such-player", "You cannot mute yourself.");
  return accepted({ type: "muted", data: { player, muted, by } });
}

export function decideHandOver(state: RoomState, player: PlayerId, { id, by }: Asker): Decision {
  if (state.host.id !== id) return refused("not-host", "Only the host hands the table over.");
  if (player === id || !isSeated(state, player) || isBot(state, player))
    return refused("no-such-player", "The next host must be a person who has a seat at this table.");
  return accepted({ type: "handed-over", data: { player, by } });
}

export function decideClose(state: RoomState, { id, by }: Asker): Decision {
  if (state.host.id !== id) return refused("not-host", "Only the host closes the room.");
  return accepted({ type: "room-closed", data: { reason: "host", by } });
}

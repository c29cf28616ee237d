import { gameJson, type PlayerId, parse, type RoomCommand } from "@rejoin/protocol";
import { gameOf } from "../../games/known-games.js";
import type { Asker } from "../decide.js";
import { accepted, type Decision, refused } from "../decision.js";
import { isBot, isSeated, phaseIs, type RoomState, seatOf } from "../state.js";
import { mayTendBots } from "./bots.js";

type Configure = Extract<RoomCommand, { type: "configure" }>;
type Mute = Extract<RoomCommand, { type: "mute" }>;
type Kick = Extract<RoomCommand, { type: "kick" }>;

/** How many people a room remembers to have invited. */
const MOST_INVITED = 50;

export function decideConfigure(state: RoomState, command: Configure, { id, by }: Asker): Decision {
  if (state.host.id !== id) return refused("not-host", "Only the host changes the table.");
  if (!phaseIs(state, "gathering", "finished"))
    return refused("wrong-phase", "The table cannot change during a game.");
  if (Object.keys(command).length === 1) return refused("invalid-message", "Say what to change.");
  const changes = {
    ...(command.title && { title: command.title }),
    ...(command.visibility && { visibility: command.visibility }),
  };
  if (command.options === undefined) return accepted({ type: "configured", data: { ...changes, by } });
  const game = gameOf(state.game);
  const options = parse(game.options, command.options);
  if (!options.ok)
    return refused("invalid-options", `The options do not fit ${game.name}: ${options.refusal.message}`);
  return accepted({ type: "configured", data: { ...changes, options: gameJson.parse(options.value), by } });
}

export function decideInvite(state: RoomState, player: PlayerId, { id, by }: Asker): Decision {
  if (!isSeated(state, id) && state.host.id !== id)
    return refused("not-seated", "Players at the table invite.");
  if (isSeated(state, player)) return refused("already-seated", "They have a seat at this table.");
  if (!state.invited.includes(player) && state.invited.length >= MOST_INVITED)
    return refused("too-many-invitations", `A room invites at most ${MOST_INVITED} people.`);
  return accepted({ type: "invited", data: { player, by } });
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

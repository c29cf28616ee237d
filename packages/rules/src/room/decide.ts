import type { Person, PlayerId } from "@rejoin/protocol";
import { decideSeatBot } from "./decide/bots.js";
import { decideDecline, decideInvite } from "./decide/guests.js";
import { decideClose, decideConfigure, decideHandOver, decideKick, decideMute } from "./decide/host.js";
import { decideOpen } from "./decide/open.js";
import { decideOwn } from "./decide/own.js";
import { decideMove, decideRematch, decideResign, decideStart } from "./decide/play.js";
import { decideLeaveSeat, decideReady, decideTakeSeat } from "./decide/seats.js";
import { decideReact, decideSay } from "./decide/talk.js";
import { type AnyRoomCommand, type DecideContext, type Decision, refused } from "./decision.js";
import type { RoomState } from "./state.js";

/** A seated or watching person who asks for something. */
export interface Asker {
  id: PlayerId;
  by: Person;
  now: number;
  random: () => number;
}

/**
 * Who may do this, and what happens by it: a command against the state of a room.
 *
 * @param state the room, or null before it was opened
 * @returns exactly one event, or a refusal. Never throws for a command that its schema let through.
 */
export function decide(state: RoomState | null, command: AnyRoomCommand, context: DecideContext): Decision {
  if (command.type === "open") return decideOpen(state, command, context);
  if (!state) return refused("room-not-found", "There is no such room.");
  if (state.phase.kind === "closed") return refused("room-closed", "This room is closed.");
  if (context.actor.kind === "room") return decideOwn(state, command, context);
  const asker: Asker = {
    id: context.actor.id,
    by: context.actor.person,
    now: context.now,
    random: context.random,
  };
  switch (command.type) {
    case "take-seat":
      return decideTakeSeat(state, command.seat, asker);
    case "seat-bot":
      return decideSeatBot(state, command, asker);
    case "leave-seat":
      return decideLeaveSeat(state, asker);
    case "ready":
      return decideReady(state, command.ready, asker);
    case "configure":
      return decideConfigure(state, command, asker);
    case "start":
      return decideStart(state, asker);
    case "move":
      return decideMove(state, command, asker);
    case "say":
      return decideSay(state, command.text, asker);
    case "react":
      return decideReact(state, command, asker);
    case "invite":
      return decideInvite(state, command.player, asker);
    case "decline":
      return decideDecline(state, asker);
    case "kick":
      return decideKick(state, command, asker);
    case "mute":
      return decideMute(state, command, asker);
    case "hand-over":
      return decideHandOver(state, command.player, asker);
    case "resign":
      return decideResign(state, command.round, asker);
    case "rematch":
      return decideRematch(state, asker);
    case "close":
      return decideClose(state, asker);
    case "begin":
    case "move-by-itself":
    case "drop":
    case "return":
    case "give-up":
    case "fill-seat":
    case "close-abandoned":
      return refused("unknown-event", "Only the room itself does that.");
  }
}

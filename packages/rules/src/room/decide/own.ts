import { gameJson, type PlayerId } from "@rejoin/protocol";
import { gameOf } from "../../games/known-games.js";
import { nextBotMove } from "../bots.js";
import {
  type AnyRoomCommand,
  accepted,
  type DecideContext,
  type Decision,
  type RoomOwnCommand,
  refused,
} from "../decision.js";
import { due } from "../due.js";
import { secretOf } from "../secret.js";
import { isBot, type RoomState, seatOf, takenSeats } from "../state.js";
import { decideBotMove, decideFillSeat } from "./bots.js";

const NOT_NOW = "The room has nothing of that kind to do now.";

/** What the room does by itself. Asking too early, or twice, is refused: many servers may ask, and one succeeds. */
export function decideOwn(state: RoomState, command: AnyRoomCommand, context: DecideContext): Decision {
  switch (command.type) {
    case "drop":
      return decideDrop(state, command.player, context.now);
    case "return":
      return decideReturn(state, command.player);
    case "begin":
    case "move-by-itself":
    case "give-up":
    case "fill-seat":
    case "close-abandoned":
      return isDue(state, command, context.now)
        ? decideDue(state, command, context)
        : refused("wrong-phase", NOT_NOW);
    default:
      return refused("unknown-event", "Only a player does that.");
  }
}

type DueCommand = Extract<
  AnyRoomCommand,
  { type: "begin" | "move-by-itself" | "give-up" | "fill-seat" | "close-abandoned" }
>;

function isDue(state: RoomState, command: DueCommand, now: number): boolean {
  const next = due(state);
  return next !== null && next.at <= now && isSame(next.command, command);
}

// A command may come late, when somebody else's time is up: giving up names whom it means.
function isSame(one: RoomOwnCommand, other: DueCommand): boolean {
  if (one.type === "give-up" && other.type === "give-up") return one.player === other.player;
  return one.type === other.type;
}

function decideDue(state: RoomState, command: DueCommand, context: DecideContext): Decision {
  switch (command.type) {
    case "begin":
      return decideBegin(state, context);
    case "move-by-itself":
      return decideNextMove(state, context);
    case "give-up": {
      const seat = seatOf(state, command.player);
      if (seat === null) return refused("not-seated", NOT_NOW);
      return accepted({ type: "player-gone", data: { player: command.player, seat } });
    }
    case "fill-seat":
      return decideFillSeat(state, context);
    case "close-abandoned":
      return accepted({ type: "room-closed", data: { reason: "abandoned" } });
  }
}

function decideBegin(state: RoomState, { now, random }: DecideContext): Decision {
  const game = gameOf(state.game);
  const { options, rounds: round } = state;
  const setup = game.setup({ seats: takenSeats(state), round, options, now, random });
  const players = state.seats.map((seat) => seat?.player ?? null);
  const hidden = secretOf(setup, players, (viewer) => game.viewSetup?.(setup, viewer) ?? setup);
  return accepted({ type: "game-started", data: { setup: gameJson.parse(setup), ...hidden } });
}

/** What the game does by itself goes first, once its time has come: a bot that is late has missed it, as a person would. */
function decideNextMove(state: RoomState, context: DecideContext): Decision {
  const own = gameOf(state.game).due(state.board);
  if (own && own.at <= context.now) return decideOwnMove(state, own.move, context);
  const bots = nextBotMove(state);
  return bots ? decideBotMove(state, bots, context) : refused("wrong-phase", NOT_NOW);
}

function decideOwnMove(state: RoomState, move: unknown, { now, random }: DecideContext): Decision {
  const game = gameOf(state.game);
  const decision = game.decide(state.board, move, { seat: null, now, random });
  if (!decision.ok) return decision;
  const hidden = secretOf(decision.event, state.players, (viewer) => game.view(decision.event, null, viewer));
  return accepted({ type: "moved", data: { seat: null, move: gameJson.parse(decision.event), ...hidden } });
}

function decideDrop(state: RoomState, player: PlayerId, now: number): Decision {
  const seat = seatOf(state, player);
  if (seat === null || isBot(state, player) || state.seats[seat]?.presence.kind !== "here")
    return refused("not-seated", NOT_NOW);
  return accepted({ type: "player-dropped", data: { player, seat, until: now + state.timing.graceMs } });
}

function decideReturn(state: RoomState, player: PlayerId): Decision {
  const seat = seatOf(state, player);
  if (seat === null || state.seats[seat]?.presence.kind === "here") return refused("not-seated", NOT_NOW);
  return accepted({ type: "player-returned", data: { player, seat } });
}

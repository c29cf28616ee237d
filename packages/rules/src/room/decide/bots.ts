import { gameJson, parse, type RoomCommand, type Strength } from "@rejoin/protocol";
import { gameOf } from "../../games/known-games.js";
import { type BotMove, newBot } from "../bots.js";
import type { Asker } from "../decide.js";
import { accepted, type DecideContext, type Decision, refused } from "../decision.js";
import { gatherAgain } from "../evolve/phase.js";
import { secretOf } from "../secret.js";
import { type RoomState, seatedPeople, seatOf } from "../state.js";
import { freeSeat } from "./seats.js";

type SeatBot = Extract<RoomCommand, { type: "seat-bot" }>;

export function decideSeatBot(state: RoomState, command: SeatBot, asker: Asker): Decision {
  if (!mayTendBots(state, asker.id))
    return refused("not-host", "The host calls bots, or whoever sits here while the host does not.");
  const { name, bot } = gameOf(state.game);
  if (!bot) return refused("no-bots", `${name} is played by people only.`);
  const free = freeSeat(state, command.seat);
  if (!free.ok) return free;
  return seatBot(state, free.seat, command.strength, asker.random, { by: asker.by });
}

/** Nobody came: the first bot plays easily, the next one hard, and so on. */
export function decideFillSeat(state: RoomState, { random }: DecideContext): Decision {
  const free = freeSeat(state, undefined);
  if (!free.ok) return free;
  const bots = state.seats.filter((seat) => seat?.bot).length;
  return seatBot(state, free.seat, bots % 2 === 0 ? "easy" : "hard", random, {});
}

function seatBot(
  state: RoomState,
  seat: number,
  strength: Strength,
  random: () => number,
  by: { by?: Asker["by"] },
): Decision {
  return accepted({
    type: "bot-seated",
    data: { seat, strength, ...newBot(gatherAgain(state), seat, random), ...by },
  });
}

/** Whether somebody may call bots and send them away: the host; and whoever sits here, while the host is not at the table. */
export function mayTendBots(state: RoomState, id: string): boolean {
  if (state.host.id === id) return true;
  const host = seatedPeople(state).find(({ player }) => player === state.host.id);
  return host?.presence.kind !== "here" && seatOf(state, id) !== null;
}

/** A bot's move is decided as a person's is. One that the rules refuse would be asked for again for ever: it resigns. */
export function decideBotMove(state: RoomState, move: BotMove, { now, random }: DecideContext): Decision {
  const { seat, person } = move;
  const game = gameOf(state.game);
  const wanted = game.bot?.move(game.viewState(state.board, seat), seat, move.strength, random);
  const parsed = parse(game.move, wanted);
  const decision = parsed.ok ? game.decide(state.board, parsed.value, { seat, now, random }) : parsed;
  if (!decision.ok) return accepted({ type: "resigned", data: { seat, by: person } });
  const hidden = secretOf(decision.event, state.players, (viewer) => game.view(decision.event, seat, viewer));
  return accepted({
    type: "moved",
    data: { seat, move: gameJson.parse(decision.event), ...hidden, by: person },
  });
}

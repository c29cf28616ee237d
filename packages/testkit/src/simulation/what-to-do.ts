import { type PlayerId, REACTIONS, type RoomCommand } from "@rejoin/protocol";
import { gameOf, playingSeatOf, type RoomState, seatOf } from "@rejoin/rules";
import { makeUpMove } from "./moves.js";
import type { SeededRandom } from "./seeded-random.js";

const TRIES_FOR_A_LEGAL_MOVE = 40;

/**
 * What a person does next at a table, by what they see of it: mostly what makes the game go on, sometimes something else,
 * and now and then something that is not allowed.
 *
 * @param state what they see, or null before they see anything
 */
export function whatToDo(
  state: RoomState | null,
  me: PlayerId,
  people: readonly PlayerId[],
  random: SeededRandom,
): RoomCommand {
  if (!state || random.chance(0.3)) return talk(random);
  if (random.chance(0.06)) return meddle(people, random);
  const seat = seatOf(state, me);
  if (state.phase.kind === "gathering" && seat !== null && state.seats[seat]?.ready)
    return wait(state, me, random);
  const next = whatIsNext(state, me, random);
  if (next) return next;
  return state.phase.kind === "playing" && random.chance(0.3) ? makeAnyMove(state, random) : talk(random);
}

/** What this person can do so that the game goes on; null where it is not for them to do something. */
export function whatIsNext(state: RoomState, me: PlayerId, random: SeededRandom): RoomCommand | null {
  const seat = seatOf(state, me);
  switch (state.phase.kind) {
    case "gathering":
      if (seat === null) return state.seats.includes(null) ? { type: "take-seat" } : null;
      return state.seats[seat]?.ready ? null : { type: "ready", ready: true };
    case "playing":
      return move(state, me, random);
    case "finished":
      return seat === null ? null : { type: "rematch" };
    default:
      return null;
  }
}

function talk(random: SeededRandom): RoomCommand {
  if (random.chance(0.3)) return { type: "react", reaction: random.pick(REACTIONS) };
  return { type: "say", text: `word ${random.digits(4)}` };
}

function wait({ host }: RoomState, me: PlayerId, random: SeededRandom): RoomCommand {
  return host.id === me && random.chance(0.5) ? { type: "start" } : talk(random);
}

function move(state: RoomState, me: PlayerId, random: SeededRandom): RoomCommand | null {
  const game = gameOf(state.game);
  const seat = playingSeatOf(state, me);
  if (seat === null || !game.turn(state.board).includes(seat)) return null;
  const isLegal = (made: unknown): boolean => {
    const parsed = game.move.safeParse(made);
    const context = { seat, now: state.lastAt, random: random.next };
    return parsed.success && game.decide(state.board, parsed.data, context).ok;
  };
  for (let tries = 0; tries < TRIES_FOR_A_LEGAL_MOVE; tries++) {
    const made = makeUpMove(game, random);
    if (isLegal(made)) return { type: "move", move: made as never, round: state.rounds };
  }
  return null;
}

function makeAnyMove(state: RoomState, random: SeededRandom): RoomCommand {
  return { type: "move", move: makeUpMove(gameOf(state.game), random) as never, round: state.rounds };
}

function meddle(people: readonly PlayerId[], random: SeededRandom): RoomCommand {
  const player = random.pick(people);
  switch (
    random.weighted({
      leave: 4,
      resign: 2,
      configure: 3,
      invite: 3,
      kick: 2,
      hand: 2,
      seat: 2,
      start: 1,
      close: 1,
    })
  ) {
    case "leave":
      return { type: "leave-seat" };
    case "resign":
      return { type: "resign" };
    case "configure":
      return {
        type: "configure",
        visibility: random.pick(["public", "private"]),
        title: `Table ${random.digits(2)}`,
      };
    case "invite":
      return { type: "invite", player };
    case "kick":
      return { type: "kick", player };
    case "hand":
      return { type: "hand-over", player };
    case "seat":
      return { type: "take-seat", seat: random.below(4) };
    case "start":
      return { type: "start" };
    case "close":
      return { type: "close" };
  }
}

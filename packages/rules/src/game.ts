import type { Refusal, Strength } from "@rejoin/protocol";
import type * as z from "zod/mini";

/** How a game ended. Seats are table seats, counted from 0. */
export type Outcome = { kind: "won"; seats: readonly number[] } | { kind: "drawn" };

/** What a game's `decide` may use beside its state, so that it stays a pure function. */
export interface MoveContext {
  /** Who moves: a seat, or null where the game moves by itself (see `due`). */
  seat: number | null;
  /** Milliseconds since 1970. */
  now: number;
  /** A number from 0 up to, not including, 1. What is drawn must be written into the event. */
  random: () => number;
}

/** A table at which a game is about to begin. */
export interface GameTable<Options> {
  /** The seats that play, rising. */
  seats: readonly number[];
  /** 0 for the first game at this table, then 1, 2, … */
  round: number;
  options: Options;
  /** Milliseconds since 1970. */
  now: number;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
}

/**
 * Plays a game in somebody's place. It may do what a player may do and nothing else, and its moves are decided as theirs
 * are. Both functions are pure, as a game's are.
 */
export interface Bot<State, Move> {
  /**
   * When the bot in a seat next wants to act, or null where it has nothing to do. A time that has passed means at once. It
   * follows from what that seat may see, so that any server can ask.
   *
   * @param since the time of the last event of the game, in milliseconds since 1970
   */
  at(state: State, seat: number, strength: Strength, since: number): number | null;
  /**
   * What it does when that time has come: always something that `decide` allows.
   *
   * @param view the state as that seat may see it, so that a bot knows no more than a player there would
   * @param random a number from 0 up to, not including, 1
   */
  move(view: State, seat: number, strength: Strength, random: () => number): Move;
}

export type GameDecision<Event> = { ok: true; event: Event } | { ok: false; refusal: Refusal };

/**
 * A game that can be played at a table: a name, four pure functions, and three small questions.
 *
 * States, events, moves and options are plain JSON. Nothing here may read a clock, draw a random number or change its input:
 * a game is replayed from its events, on servers and in browsers, and must come out the same each time.
 */
export interface Game<State, Move, Event, Setup, Options> {
  id: string;
  name: string;
  /** The rules in one line, for a player who has never seen the game. */
  rule: string;
  seats: { min: number; max: number };
  /** The options that a table may set; parsing `{}` must give the defaults. */
  options: z.ZodMiniType<Options>;
  move: z.ZodMiniType<Move>;
  /** Everything about the start that is not determined, decided once and written into the log. */
  setup(table: GameTable<Options>): Setup;
  start(setup: Setup): State;
  /** Is this move allowed, and what happens by it? */
  decide(state: State, move: Move, context: MoveContext): GameDecision<Event>;
  /** The state after an event. Total: any event that `decide` gave for this state is applied. */
  evolve(state: State, event: Event, moved: { seat: number | null; at: number }): State;
  /** The state after a player left the game for good. Doing it twice is doing it once. */
  withdraw(state: State, seat: number): State;
  /**
   * The event as it may be seen from a seat, or by a spectator (null). It is asked once, when the event is recorded, and has
   * two answers at most: the very same event for those who may know all of it, and one other for everybody else.
   */
  view(event: Event, mover: number | null, viewer: number | null): Event;
  /** The start as it may be seen, in the same way. Left out where it hides nothing. */
  viewSetup?(setup: Setup, viewer: number | null): Setup;
  /** The state as it may be seen from a seat, or by a spectator (null). */
  viewState(state: State, viewer: number | null): State;
  /** The move that the game will make by itself, and when (milliseconds since 1970), or null. */
  due(state: State): { at: number; move: Move } | null;
  /** The seats that may move now; empty when the game is over. */
  turn(state: State): readonly number[];
  outcome(state: State): Outcome | null;
  /** Why somebody in that seat may not say this to the table now, or null. Left out where talking can give nothing away. */
  refuseTalk?(state: State, seat: number, text: string): Refusal | null;
  /** Who plays where nobody sits. Left out where only people play. */
  bot?: Bot<State, Move>;
}

/** A game whose types are known only to itself: what a room holds. */
export type AnyGame = Game<unknown, unknown, unknown, unknown, unknown>;

/**
 * Forgets a game's own types, for the table of all games. It is sound as long as each game's values only ever come from
 * itself: moves and options through its schemas, states and events through its functions. A room keeps to that.
 */
export function anyGame<State, Move, Event, Setup, Options>(
  game: Game<State, Move, Event, Setup, Options>,
): AnyGame {
  return game as unknown as AnyGame;
}

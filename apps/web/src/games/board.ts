import type { Json } from "@rejoin/protocol";
import type { ComponentType } from "react";

/**
 * What a game's board is given. It shows `state`, and asks to play only where `playable` says so; who may move, and
 * what a move does, is decided by the rules and not here.
 */
export interface BoardProps<State = unknown> {
  /** The accessible name of the grid. */
  name: string;
  /** The game's own state, with your pending move already made in it. */
  state: State;
  /** The names of the people in the seats, by seat; null where nobody sits. */
  names: readonly (string | null)[];
  mySeat: number | null;
  /** The game is on, you play in it, and what you see is the present: false for whoever watches, and in a replay. */
  playing: boolean;
  /** It is your turn, besides. */
  playable: boolean;
  play: (move: Json) => void;
  /** Your move that is not confirmed yet. */
  pending: Json | null;
  /** The last move that is confirmed, where it is known. */
  last: Json | null;
  /** The moves of this game that came while you were away, to be told apart. */
  missed: readonly Json[];
  /**
   * The time by which this state is looked at, in milliseconds since 1970 by the server's clock: asked again for as long as
   * it is shown. In a replay, the moment that is replayed.
   */
  now: () => number;
}

/** A board whose state is known only to itself, as the registry holds it. */
export type AnyBoard = ComponentType<BoardProps>;

/**
 * Forgets a board's own type of state. Sound because a board is only ever given states of the game it is registered for.
 */
export function anyBoard<State>(board: ComponentType<BoardProps<State>>): AnyBoard {
  return board as unknown as AnyBoard;
}

import { refuse } from "@rejoin/protocol";
import * as z from "zod/mini";
import type { Game } from "../../game.js";
import { CONNECT_FOUR } from "../catalogue.js";
import { firstPlayer, otherPlayer, type Pair, pairOf } from "../pair.js";
import { connectFourBot } from "./connect-four-bot.js";
import { COLUMNS, ROWS } from "./size.js";

export { COLUMNS, ROWS };

/** Each column is a stack of seats, the lowest disc first. */
export interface ConnectFourState {
  columns: readonly (readonly number[])[];
  players: Pair;
  next: number;
  /** Where the last disc fell, as column and row from the bottom. */
  last: Place | null;
  withdrawn: number | null;
}
export type Place = readonly [column: number, row: number];
const move = z.strictObject({
  column: z.int().check(z.gte(0), z.lte(COLUMNS - 1)),
});
export type ConnectFourMove = z.infer<typeof move>;
export type ConnectFourEvent = { column: number };
export type ConnectFourSetup = { players: Pair; first: number };

const DIRECTIONS: readonly Place[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
];

/** The places of a line of four or more through the last disc, for the board to light up, or null. */
export function winningPlaces(state: ConnectFourState): readonly Place[] | null {
  const last = state.last;
  if (!last) return null;
  for (const [dx, dy] of DIRECTIONS) {
    const line = [...run(state, last, [-dx, -dy]).reverse(), last, ...run(state, last, [dx, dy])];
    if (line.length >= 4) return line;
  }
  return null;
}

export const connectFour: Game<
  ConnectFourState,
  ConnectFourMove,
  ConnectFourEvent,
  ConnectFourSetup,
  Record<string, never>
> = {
  ...CONNECT_FOUR,
  options: z.strictObject({}),
  move,
  setup: ({ seats, round }) => ({ players: pairOf(seats), first: firstPlayer(seats, round) }),
  start: ({ players, first }) => ({
    columns: Array.from({ length: COLUMNS }, () => []),
    players,
    next: first,
    last: null,
    withdrawn: null,
  }),
  decide(state, { column }, { seat }) {
    if (seat !== state.next) return { ok: false, refusal: refuse("not-your-turn", "It is not your turn.") };
    if (height(state, column) >= ROWS)
      return { ok: false, refusal: refuse("illegal-move", "That column is full.") };
    return { ok: true, event: { column } };
  },
  evolve: (state, { column }, { seat }) => ({
    ...state,
    columns: state.columns.map((discs, index) =>
      index === column && seat !== null ? [...discs, seat] : discs,
    ),
    next: otherPlayer(state.players, state.next),
    last: [column, height(state, column)],
  }),
  withdraw: (state, seat) => ({ ...state, withdrawn: seat }),
  view: (event) => event,
  viewState: (state) => state,
  due: () => null,
  turn: (state) => (connectFour.outcome(state) ? [] : [state.next]),
  outcome(state) {
    if (state.withdrawn !== null)
      return { kind: "won", seats: [otherPlayer(state.players, state.withdrawn)] };
    if (winningPlaces(state)) return { kind: "won", seats: [otherPlayer(state.players, state.next)] };
    return state.columns.every((discs) => discs.length >= ROWS) ? { kind: "drawn" } : null;
  },
  bot: connectFourBot,
};

function height(state: ConnectFourState, column: number): number {
  return state.columns[column]?.length ?? 0;
}

function run(state: ConnectFourState, [column, row]: Place, [dx, dy]: Place): Place[] {
  const owner = state.columns[column]?.[row];
  const places: Place[] = [];
  for (
    let x = column + dx, y = row + dy;
    owner !== undefined && state.columns[x]?.[y] === owner;
    x += dx, y += dy
  )
    places.push([x, y]);
  return places;
}

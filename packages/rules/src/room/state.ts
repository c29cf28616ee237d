import type {
  Json,
  Person,
  PhaseKind,
  Player,
  PlayerId,
  QuickPlay,
  Strength,
  Timing,
  Visibility,
} from "@rejoin/protocol";
import type { Outcome } from "../game.js";

/** Where a room stands. Times are milliseconds since 1970. */
export type Phase =
  | { kind: "gathering" }
  | { kind: "countdown"; startsAt: number }
  | { kind: "playing" }
  | { kind: "finished"; outcome: Outcome }
  | { kind: "closed"; reason: "host" | "abandoned" };

/** Whether a seated player can hear the room: yes; not now, and the seat is held until a time; not for longer than that. */
export type Presence = { kind: "here" } | { kind: "dropped"; until: number } | { kind: "gone" };

export interface Seat extends Person {
  player: PlayerId;
  ready: boolean;
  presence: Presence;
  /** How well the bot in this seat plays; null for a person. A bot is always here and ready. */
  bot: Strength | null;
  /** Games won at this table since sitting down. */
  wins: number;
}

/** Somebody who was asked to come. */
export interface Guest {
  player: PlayerId;
  /** Who asked, as they looked then. */
  by: Player;
  /** When, in milliseconds since 1970. */
  at: number;
}

/** All that a room's log amounts to. Plain JSON, rebuilt by folding `evolve` over the log. */
export interface RoomState {
  code: string;
  title: string;
  game: string;
  visibility: Visibility;
  options: Json;
  timing: Timing;
  /** What a table that quick play opened lives by; null for one that somebody made. */
  quick: QuickPlay | null;
  phase: Phase;
  /** The player who may configure, kick and close. Not necessarily seated: whoever opens a room hosts it. */
  host: Player;
  seats: readonly (Seat | null)[];
  /** The state of the game that is played or was last played, in the game's own terms; null before the first one. */
  board: unknown;
  /** When the last event of that game was recorded; null before the first one. */
  boardAt: number | null;
  /** Who plays that game, or played it, by seat: they see the board as that seat does, wherever they sit by now. */
  players: readonly (PlayerId | null)[];
  /** How many games were started here. */
  rounds: number;
  /** Who was invited and has not answered yet, the last invited at the end. */
  invited: readonly Guest[];
  /** Who was invited and said that they will not come, the last one at the end. */
  declined: readonly PlayerId[];
  /** Who may not say anything here, the last muted at the end. */
  muted: readonly PlayerId[];
  createdAt: number;
  /** When somebody last sat down or stood up. */
  seatsAt: number;
  /** When the last event was recorded. */
  lastAt: number;
}

/**
 * A room after another event was recorded. Every event comes by here, so each field is named: an engine copies that far faster
 * than an object that is spread out, and all states of all rooms are of one shape.
 *
 * @param lastAt when the event was recorded, in milliseconds since 1970
 */
export function withLastAt(state: RoomState, lastAt: number): RoomState {
  return {
    code: state.code,
    title: state.title,
    game: state.game,
    visibility: state.visibility,
    options: state.options,
    timing: state.timing,
    quick: state.quick,
    phase: state.phase,
    host: state.host,
    seats: state.seats,
    board: state.board,
    boardAt: state.boardAt,
    players: state.players,
    rounds: state.rounds,
    invited: state.invited,
    declined: state.declined,
    muted: state.muted,
    createdAt: state.createdAt,
    seatsAt: state.seatsAt,
    lastAt,
  };
}

/** Who looks: a player, or a stranger (null). */
export type Viewer = PlayerId | null;

/** The seat that a player holds, from 0, or null. */
export function seatOf(state: RoomState, player: Viewer): number | null {
  const index = state.seats.findIndex((seat) => seat !== null && seat.player === player);
  return index === -1 ? null : index;
}

/** The seat that a viewer sees the board from, or null for a spectator of that game. */
export function playingSeatOf(state: RoomState, viewer: Viewer): number | null {
  const index = viewer === null ? -1 : state.players.indexOf(viewer);
  return index === -1 ? null : index;
}

export function isSeated(state: RoomState, player: PlayerId): boolean {
  return seatOf(state, player) !== null;
}

/** Whether a player was invited here, and has not answered yet. */
export function isInvited(state: RoomState, player: PlayerId): boolean {
  return state.invited.some((guest) => guest.player === player);
}

/** The numbers of the seats that somebody holds, rising. */
export function takenSeats(state: RoomState): number[] {
  return state.seats.flatMap((seat, index) => (seat ? [index] : []));
}

/** Whether a player at the table is a bot. */
export function isBot(state: RoomState, player: PlayerId): boolean {
  return state.seats.some((seat) => seat?.player === player && seat.bot !== null);
}

/** The people at the table, without the bots. */
export function seatedPeople(state: RoomState): Seat[] {
  return state.seats.filter((seat) => seat !== null && seat.bot === null) as Seat[];
}

/** Whether somebody who sits here can be waited for: a person whose connection is not lost. */
export function isSomebodyHere(state: RoomState): boolean {
  return seatedPeople(state).some(({ presence }) => presence.kind === "here");
}

export function phaseIs(state: RoomState, ...kinds: PhaseKind[]): boolean {
  return kinds.includes(state.phase.kind);
}

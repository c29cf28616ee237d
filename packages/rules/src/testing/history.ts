import { type RecordedEvent, ROOM_ACTOR, type RoomEvent, type Timing } from "@rejoin/protocol";
import { alice, BOT, bob, type Somebody } from "./people.js";

/** An event that has no number and no time yet. */
export type Happening = RoomEvent & { actor: string };

/** The moment at which every tested room is opened, in milliseconds since 1970. */
export const START = 1_700_000_000_000;

/** How long after the one before each event of a history happened, in milliseconds. */
export const STEP = 1_000;

export const TIMING: Timing = {
  countdownMs: 3_000,
  graceMs: 60_000,
  closeEmptyMs: 300_000,
  closeIdleMs: 3_600_000,
};

/** Numbers and dates what happened, one step apart. */
export function record(happenings: readonly Happening[]): RecordedEvent[] {
  return happenings.map((happening, index) => ({ ...happening, seq: index + 1, at: START + index * STEP }));
}

type OpenedWith = Partial<Extract<RoomEvent, { type: "room-created" }>["data"]>;

export function opened(by: Somebody, data: OpenedWith = {}): Happening {
  const room = { code: "ABC234", title: "A table", game: "tic-tac-toe", visibility: "public" as const };
  const rest = { options: {}, seats: 2, timing: TIMING, by: by.person };
  return { actor: by.id, type: "room-created", data: { ...room, ...rest, ...data } };
}

export function sat({ id, person }: Somebody, seat: number): Happening {
  return { actor: id, type: "seat-taken", data: { seat, by: person } };
}

/** A bot sits down that plays easily; nobody called it, unless `by` is told. */
export function botSat(seat: number, by?: Somebody): Happening {
  return {
    actor: by?.id ?? ROOM_ACTOR,
    type: "bot-seated",
    data: { player: BOT.id, seat, strength: "easy", bot: BOT.person, ...(by && { by: by.person }) },
  };
}

export function stoodUp({ id, person }: Somebody, seat: number): Happening {
  return { actor: id, type: "seat-left", data: { seat, by: person } };
}

export function readied({ id, person }: Somebody, ready = true): Happening {
  return { actor: id, type: "ready-changed", data: { ready, by: person } };
}

export function began(first = 0): Happening {
  return { actor: ROOM_ACTOR, type: "game-started", data: { setup: { players: [0, 1], first } } };
}

export function played({ id, person }: Somebody, seat: number, move: Record<string, number>): Happening {
  return { actor: id, type: "moved", data: { seat, move, by: person } };
}

export function resigned({ id, person }: Somebody, seat: number): Happening {
  return { actor: id, type: "resigned", data: { seat, by: person } };
}

export function wantedRematch({ id, person }: Somebody): Happening {
  return { actor: id, type: "rematch-wanted", data: { by: person } };
}

/** Unless told, the seat is held until `graceMs` after the room was opened. */
export function dropped({ id }: Somebody, seat: number, until = START + TIMING.graceMs): Happening {
  return { actor: ROOM_ACTOR, type: "player-dropped", data: { player: id, seat, until } };
}

export function returned({ id }: Somebody, seat: number): Happening {
  return { actor: ROOM_ACTOR, type: "player-returned", data: { player: id, seat } };
}

export function gone({ id }: Somebody, seat: number): Happening {
  return { actor: ROOM_ACTOR, type: "player-gone", data: { player: id, seat } };
}

/** Alice's table, with Alice in seat 0 and Bob in seat 1, nobody ready. */
export function seated(game = "tic-tac-toe"): Happening[] {
  return [opened(alice, { game }), sat(alice, 0), sat(bob, 1)];
}

/** The same, with both ready and the countdown running. */
export function counting(game?: string): Happening[] {
  return [...seated(game), readied(alice), readied(bob)];
}

/** The same, with a game in which Alice moves first. */
export function playing(game?: string): Happening[] {
  return [...counting(game), began()];
}

/** Alice and Bob in turn, Alice first. */
export function inTurn(...moves: Record<string, number>[]): Happening[] {
  return moves.map((move, index) => (index % 2 === 0 ? played(alice, 0, move) : played(bob, 1, move)));
}

/** A game of Tic-tac-toe that Alice won with the top row. */
export function finished(): Happening[] {
  return [...playing(), ...inTurn({ cell: 0 }, { cell: 3 }, { cell: 1 }, { cell: 4 }, { cell: 2 })];
}

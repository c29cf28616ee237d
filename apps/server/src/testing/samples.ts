import { randomInt, randomUUID } from "node:crypto";
import {
  CODE_ALPHABET,
  CODE_LENGTH,
  type PlayerId,
  type RoomEvent,
  type RoomSummary,
  type Timing,
} from "@rejoin/protocol";
import type { Append, NewEvent, Opening, RoomChange } from "../log/event-log.js";

/** Periods so long that a test only meets those that it sets itself. */
export const timing: Timing = {
  countdownMs: 3_000,
  graceMs: 60_000,
  closeEmptyMs: 3_600_000,
  closeIdleMs: 86_400_000,
};

const by = { name: "Ada", avatar: "ada" };

export function randomCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");
}

/** A room that can be opened, with what a test says about it. */
export function opening(creator: PlayerId, changes: Partial<Opening> = {}): Opening {
  const room = changes.room ?? randomUUID();
  const code = changes.code ?? randomCode();
  const first: NewEvent = {
    actor: creator,
    commandId: randomUUID(),
    commandDigest: "opened",
    at: Date.now(),
    event: {
      type: "room-created",
      data: {
        code,
        title: "A table",
        game: "tic-tac-toe",
        visibility: "public",
        options: {},
        seats: 2,
        timing,
        by,
      },
    },
  };
  return {
    room,
    code,
    epoch: "epoch-1",
    creator,
    first,
    summary: summaryOf(room, creator, { code }),
    wakeAt: 9_000_000_000_000,
    ...changes,
  };
}

export function summaryOf(room: string, host: PlayerId, changes: Partial<RoomSummary> = {}): RoomSummary {
  return {
    room,
    code: "ABCDEF",
    title: "A table",
    game: "tic-tac-toe",
    visibility: "public",
    phase: "gathering",
    host: { id: host, ...by },
    seats: [null, null],
    head: 1,
    createdAt: 1_700_000_000_000,
    ...changes,
  };
}

/** Somebody's words, decided and not in the log yet. */
export function said(actor: string, text: string, changes: Partial<NewEvent> = {}): NewEvent {
  return happened(actor, { type: "said", data: { text, by } }, changes);
}

/** Any event, decided and not in the log yet. */
export function happened(actor: string, event: RoomEvent, changes: Partial<NewEvent> = {}): NewEvent {
  return {
    actor,
    commandId: randomUUID(),
    commandDigest: "digest",
    at: Date.now(),
    event,
    ...changes,
  };
}

/** An append of those events to a room that was opened as `opening` says. It changes nothing that lists show. */
export function append(
  room: string,
  expectedHead: number,
  events: readonly NewEvent[],
  changes: Partial<Append> = {},
): Append {
  const [first, ...rest] = events;
  if (!first) throw new Error("an append has at least one event");
  const untouched = { epoch: "epoch-1", change: null, wakeAt: undefined };
  return { room, expectedHead, events: [first, ...rest], ...untouched, ...changes };
}

/** What lists show after an append. */
export function change(
  summary: RoomSummary,
  owners: readonly (readonly [PlayerId, boolean])[] = [],
): RoomChange {
  return { summary, toMove: [], owners: new Map(owners), guests: new Map() };
}

import {
  commandId,
  epoch,
  playerId,
  type RecordedEvent,
  refusalCode,
  roomId,
  seq,
  snapshotReason,
} from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules";
import { z } from "zod";

/**
 * A history: what clients of one run gave, heard and held, what was done to them, and the logs as they stood at the end.
 * It is a list of records, one JSON object a line, in one or many files of a folder.
 *
 * - **Time.** `at` is in milliseconds of a clock that never jumps and that all processes of the machine share
 *   (`process.hrtime`, see `machineClock`), with fractions; in a simulation it is the virtual time. A file is written by one
 *   process, in order: `at` never falls within it, and of two records of the same moment the earlier line came first.
 *   Between files only `at` tells, and equal times say nothing.
 * - **What is recorded when.** `asked` and `given` before the thing is done, `answered`, `heard` and the like after it
 *   arrived and before the client acts on it: only so does "a was answered before b was asked" hold in the world, too.
 * - **Clients.** A client is one page, or one device: one copy of what is held. All its records stand in one file. A player
 *   may have many clients. A page that is loaded again is a new client; it names the same `device` if it found what its
 *   predecessor had left behind there (its outbox).
 * - **Digests** are of the parsed JSON as it was received, by `digestOf`, which does not look at the order of keys.
 * - **Lives of a log.** A room's log has an epoch. Where a run replaces a database by an older copy of itself, it writes a
 *   `restored` record for each room, and a `log` record for each life: the one that ended as it stood just before, and the last
 *   one at the end. Every promise holds within a life; what a life's end took away, nobody promised.
 * - **Completeness.** Every client that gave a command must be recorded, otherwise its events are phantoms. Sampling is
 *   allowed for `held` only.
 */
export type HistoryRecord = z.infer<typeof historyRecord>;
export type RecordKind = HistoryRecord["kind"];
export type RecordOf<Kind extends RecordKind> = Extract<HistoryRecord, { kind: Kind }>;

const at = z.number();
/** A client's name: any text, unique within the run. */
const client = z.string().min(1);
/** See `digestOf`. */
const digest = z.number();

const ofClient = { at, client };
const inRoom = { at, room: roomId, client };

/** How something that was asked ended: as event `seq`, or refused. */
const outcomeFields = {
  accepted: { ok: z.literal(true), seq },
  refused: { ok: z.literal(false), code: refusalCode, retryable: z.boolean() },
};

/** Of a client, of no room. */
const clientRecords = [
  /** A page was loaded, or a player's process began. It holds nothing. */
  z.object({
    kind: z.literal("client-began"),
    ...ofClient,
    player: playerId,
    /** Where commands that are on their way outlive the page; left out where they do not. */
    device: z.string().optional(),
  }),
  z.object({ kind: z.literal("connected"), ...ofClient }),
  z.object({ kind: z.literal("connection-lost"), ...ofClient, reason: z.string() }),
  /** The page is gone for good, and with it all it held. Nothing more is expected of it. */
  z.object({ kind: z.literal("client-ended"), ...ofClient }),
  /** A room was asked for, on the wire. Once for each attempt. */
  z.object({ kind: z.literal("creation-asked"), ...ofClient, command: commandId }),
  z.object({
    kind: z.literal("creation-answered"),
    ...ofClient,
    command: commandId,
    /** The room, or the refusal. */
    outcome: z.union([z.object({ ok: z.literal(true), room: roomId }), z.object(outcomeFields.refused)]),
  }),
] as const;

/** Of a client, in a room. */
const roomRecords = [
  /** The client began to hold the room, from nothing. `by` says what it knew of it. */
  z.object({ kind: z.literal("room-opened"), ...inRoom, by: z.enum(["id", "code"]) }),
  /** The client let go of the room, and forgot what it held of it. */
  z.object({ kind: z.literal("room-let-go"), ...inRoom }),
  /** A command was given to the outbox. */
  z.object({ kind: z.literal("given"), ...inRoom, command: commandId, type: z.string() }),
  /** It was said on the wire. Once for each attempt. */
  z.object({ kind: z.literal("asked"), ...inRoom, command: commandId }),
  /** An attempt was answered. An attempt whose answer never came has no such record. */
  z.object({
    kind: z.literal("answered"),
    ...inRoom,
    command: commandId,
    outcome: z.discriminatedUnion("ok", [z.object(outcomeFields.accepted), z.object(outcomeFields.refused)]),
  }),
  /** What the player was told in the end. */
  z.object({
    kind: z.literal("settled"),
    ...inRoom,
    command: commandId,
    outcome: z.discriminatedUnion("ok", [z.object(outcomeFields.accepted), z.object(outcomeFields.refused)]),
  }),
  /** A join, or a request to catch up, was answered. `askedAt`: when it was said. */
  z.object({
    kind: z.literal("joined"),
    ...inRoom,
    askedAt: z.number(),
    how: z.enum(["join", "catch-up"]),
    epoch,
    head: seq,
    catchUp: z.enum(["none", "events", "snapshot"]),
  }),
  /** A packet of events arrived: of each its number and its digest, in the order of the packet. */
  z.object({
    kind: z.literal("heard"),
    ...inRoom,
    epoch,
    /** Whether it was a page of catch-up, where the recorder can tell. Nothing is judged by it. */
    page: z.boolean().optional(),
    events: z.array(z.tuple([seq, digest])),
  }),
  /** A snapshot arrived. */
  z.object({
    kind: z.literal("snapshot"),
    ...inRoom,
    epoch,
    seq,
    reason: snapshotReason,
    state: digest,
  }),
  /**
   * What the client holds, after it applied something or changed its status. May be sampled: any of them may be left out.
   * `seq` is 0 and `state` null while it holds nothing.
   */
  z.object({
    kind: z.literal("held"),
    ...inRoom,
    epoch: z.nullable(epoch),
    seq,
    /** The highest number that it heard of. */
    head: seq,
    /** The digest of its state; left out where only the numbers were looked at. */
    state: digest.nullable().optional(),
    /** Where holding began, and how many events follow it; left out by clients that keep no events. */
    base: z.optional(seq),
    length: z.int().min(0).optional(),
    /** Whether it tells its player that it is level with the log. */
    live: z.boolean(),
  }),
  z.object({ kind: z.literal("beacon"), ...inRoom, head: seq }),
  /** The lobby named the room to the client. Later namings of the same room in the same list may be left out. */
  z.object({ kind: z.literal("listed"), ...inRoom, list: z.enum(["directory", "mine"]) }),
  /** At the end, when faults have stopped and the run has waited: where the client came to rest. */
  z.object({
    kind: z.literal("at-rest"),
    ...inRoom,
    epoch: z.nullable(epoch),
    seq,
    state: digest.nullable(),
  }),
] as const;

/** Of the run itself. */
const runRecords = [
  /** The run did something to somebody: `fault` names the kind, as "kill -9", `target` whom. */
  z.object({
    kind: z.literal("fault"),
    at,
    fault: z.string(),
    target: z.string().optional(),
    detail: z.string().optional(),
  }),
  /** The room's log was replaced by an older copy of itself, which has another epoch; or by none, where it was not in the copy. */
  z.object({ kind: z.literal("restored"), at, room: roomId, from: epoch, to: z.nullable(epoch) }),
  /** The log took in an event. Only a run that sees every commit writes these: what is heard or answered earlier is early. */
  z.object({ kind: z.literal("committed"), at, room: roomId, epoch, seq }),
  /**
   * A room's log as it stands in the database, with what is secret in it. It may come in parts: those of one room and epoch
   * are joined in order. `head` is the number that the database keeps for it.
   */
  z.object({
    kind: z.literal("log"),
    at,
    room: roomId,
    epoch,
    head: seq,
    // As the database has it: what is wrong with an event is for the checker to say, not for a schema to refuse.
    events: z.array(z.custom<RecordedEvent>(isObject)),
    /** The oldest number that is kept, where older ones were trimmed; in each part of the log. */
    first: z.optional(seq),
    /** Where older ones were trimmed: the whole state at `first - 1` or later, as the database keeps it in their place. */
    base: z.optional(z.object({ seq, state: z.custom<RoomState>(isObject) })),
  }),
] as const;

export const historyRecord = z.discriminatedUnion("kind", [...clientRecords, ...roomRecords, ...runRecords]);

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** Reads one line of a history. @throws for what is no record, saying what is wrong with it */
export function parseRecord(line: string): HistoryRecord {
  const parsed = historyRecord.safeParse(JSON.parse(line));
  if (parsed.success) return parsed.data;
  throw new Error(`Not a record: ${z.prettifyError(parsed.error)} in ${line.slice(0, 300)}`);
}

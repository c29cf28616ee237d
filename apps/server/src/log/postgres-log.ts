import { phaseKind, type RoomId } from "@rejoin/protocol";
import type { PrismaClient } from "../database/generated/client.js";
import { lookUpTogether } from "../database/look-up-together.js";
import { driverOf } from "../database/prisma.js";
import { noFailpoints } from "../failpoints.js";
import type {
  AppendResult,
  CommandLookup,
  EventLog,
  LogEnds,
  LogPage,
  Opening,
  OpenResult,
} from "./event-log.js";
import { mintStored, type StoredEvent } from "./mint.js";
import { openStatement, roomToMeetIn, turnToOpen } from "./open-statement.js";
import { PostgresAppends } from "./postgres-appends.js";
import { PostgresRetention } from "./postgres-retention.js";
import { PostgresSnapshots } from "./postgres-snapshots.js";
import { unavailable } from "./unavailable.js";

const OPEN_PHASES = phaseKind.options.filter((phase) => phase !== "closed");

/** The log in Postgres. */
export class PostgresLog implements EventLog {
  readonly #prisma: PrismaClient;
  readonly #endsOf: (room: RoomId) => Promise<LogEnds | null>;
  /** When a commit is about to begin. */
  readonly commits: PostgresAppends["commits"];
  readonly append: EventLog["append"];
  readonly newestSnapshot: EventLog["newestSnapshot"];
  readonly storeSnapshot: EventLog["storeSnapshot"];
  readonly trim: EventLog["trim"];
  readonly purgeClosed: EventLog["purgeClosed"];
  readonly wentBack: EventLog["wentBack"];

  /** @param ended hears how each append ended, when it is known */
  constructor(
    prisma: PrismaClient,
    failpoints = noFailpoints,
    ended: (how: AppendResult["kind"]) => void = () => {},
  ) {
    this.#prisma = prisma;
    this.#endsOf = lookUpTogether(
      (rooms) => this.#findEnds(rooms),
      (room) => room,
    );
    const appends = new PostgresAppends(driverOf(prisma), failpoints, ended);
    const snapshots = new PostgresSnapshots(prisma);
    const retention = new PostgresRetention(prisma);
    this.commits = appends.commits;
    this.append = appends.append.bind(appends);
    this.newestSnapshot = snapshots.newestSnapshot.bind(snapshots);
    this.storeSnapshot = snapshots.storeSnapshot.bind(snapshots);
    this.trim = retention.trim.bind(retention);
    this.purgeClosed = retention.purgeClosed.bind(retention);
    this.wentBack = retention.wentBack.bind(retention);
  }

  async open(opening: Opening): Promise<OpenResult> {
    const { opened, met } = await unavailable(() => this.#insert(opening));
    if (opened) return { kind: "opened" };
    const { creator, first } = opening;
    const known = await unavailable(() =>
      this.#prisma.room.findUnique({
        where: { createdBy_createCommandId: { createdBy: creator, createCommandId: first.commandId } },
      }),
    );
    if (known) return { kind: "known", room: known.id, code: known.code, commandDigest: known.createDigest };
    return met ? { kind: "meets", ...met } : { kind: "code-taken" };
  }

  async read(room: RoomId, after: number, limit: number): Promise<LogPage | null> {
    // Both in one statement, and so of one moment.
    const rows = await unavailable(
      () => this.#prisma.$queryRaw<LogRow[]>`
        SELECT r.epoch, r.head, r.first_seq AS first, e.seq, e.actor_id AS actor, e.command_id AS "commandId", e.type, e.data,
          extract(epoch FROM e.recorded_at)::float8 * 1000 AS at
        FROM room r LEFT JOIN LATERAL (
          SELECT * FROM room_event WHERE room_id = r.id AND seq > ${after} AND r.first_seq - 1 <= ${after}
          ORDER BY seq LIMIT ${limit}
        ) e ON true
        WHERE r.id = ${room}::uuid ORDER BY e.seq`,
    );
    const first = rows[0];
    if (!first) return null;
    const events = rows.flatMap((row) =>
      row.seq === null ? [] : [mintStored({ ...row, seq: row.seq, at: Math.round(row.at) })],
    );
    return { epoch: first.epoch, head: first.head, first: first.first, events };
  }

  async findCommand(room: RoomId, actor: string, commandId: string): Promise<CommandLookup | null> {
    const [found] = await unavailable(
      () => this.#prisma.$queryRaw<LookupRow[]>`
        SELECT r.epoch, r.head, e.seq, e.command_digest AS "commandDigest"
        FROM room r LEFT JOIN room_event e
          ON e.room_id = r.id AND e.actor_id = ${actor} AND e.command_id = ${commandId}
        WHERE r.id = ${room}::uuid`,
    );
    if (!found) return null;
    const { epoch, head, seq, commandDigest } = found;
    const isKnown = seq !== null && commandDigest !== null;
    return { epoch, head, command: isKnown ? { actor, commandId, commandDigest, seq } : null };
  }

  async locate(code: string): Promise<RoomId | null> {
    const found = await unavailable(() =>
      this.#prisma.room.findUnique({ where: { code }, select: { id: true } }),
    );
    return found?.id ?? null;
  }

  async endsOf(room: RoomId): Promise<LogEnds | null> {
    return unavailable(() => this.#endsOf(room));
  }

  async heads(rooms: readonly RoomId[]): Promise<ReadonlyMap<RoomId, number>> {
    // One text however many rooms are asked for, so that it is prepared once.
    const found = await unavailable(
      () => this.#prisma.$queryRaw<{ id: RoomId; head: number }[]>`
        SELECT id::text, head FROM room WHERE id = ANY(${rooms}::uuid[])`,
    );
    return new Map(found.map(({ id, head }) => [id, head]));
  }

  async claimDue(now: number, forMs: number, limit: number): Promise<readonly RoomId[]> {
    const claimed = await unavailable(
      () => this.#prisma.$queryRaw<{ id: string }[]>`
        WITH due AS (
          SELECT id, wake_at FROM room WHERE wake_at <= to_timestamp(${now}::float8 / 1000)
          ORDER BY wake_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
        ), claimed AS (
          UPDATE room r SET wake_at = to_timestamp(${now + forMs}::float8 / 1000) FROM due WHERE r.id = due.id
          RETURNING r.id, due.wake_at AS was_due
        )
        SELECT id::text FROM claimed ORDER BY was_due`,
    );
    return claimed.map(({ id }) => id);
  }

  async wakeLater(room: RoomId, head: number, at: number): Promise<void> {
    const wakeAt = new Date(at);
    await unavailable(() =>
      this.#prisma.room.updateMany({ where: { id: room, head, wakeAt: { lt: wakeAt } }, data: { wakeAt } }),
    );
  }

  async openRooms(limit: number): Promise<readonly RoomId[]> {
    const found = await unavailable(() =>
      this.#prisma.room.findMany({
        where: { phase: { in: OPEN_PHASES } },
        orderBy: { updatedAt: "desc" },
        take: limit,
        select: { id: true },
      }),
    );
    return found.map(({ id }) => id);
  }

  async #findEnds(rooms: readonly RoomId[]): Promise<ReadonlyMap<RoomId, LogEnds>> {
    const found = await this.#prisma.$queryRaw<({ id: RoomId } & LogEnds)[]>`
      SELECT id::text, epoch, head, first_seq AS first FROM room WHERE id = ANY(${rooms}::uuid[])`;
    return new Map(found.map(({ id, ...ends }) => [id, ends]));
  }

  /** Of quick play one opens at a time, and each sees what those before it have opened. */
  async #insert(opening: Opening): Promise<{ opened: boolean; met: Met | null }> {
    const { meetWithinMs } = opening;
    if (meetWithinMs === undefined) {
      const rows = await this.#prisma.$queryRaw<unknown[]>(openStatement(opening));
      return { opened: rows.length > 0, met: null };
    }
    const meeting = roomToMeetIn(opening, meetWithinMs);
    const [, [met = null], rows] = await this.#prisma.$transaction([
      this.#prisma.$executeRaw(turnToOpen(opening)),
      this.#prisma.$queryRaw<Met[]>(meeting),
      this.#prisma.$queryRaw<unknown[]>(openStatement(opening, meeting)),
    ]);
    return { opened: rows.length > 0, met };
  }
}

/** A room that somebody else opened for the same. */
interface Met {
  room: RoomId;
  code: string;
}

interface LookupRow {
  epoch: string;
  head: number;
  seq: number | null;
  commandDigest: string | null;
}

interface LogRow extends Omit<StoredEvent, "seq"> {
  epoch: string;
  head: number;
  first: number;
  seq: number | null;
}

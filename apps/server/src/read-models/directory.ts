import {
  LIMITS,
  type MyRoom,
  type PlayerId,
  parse,
  type RoomId,
  type RoomSummary,
  roomId,
} from "@rejoin/protocol";
import { mine } from "@rejoin/rules";
import type { PrismaClient } from "../database/generated/client.js";
import { unavailable } from "../log/unavailable.js";
import type { KeptRoom, LobbyLists, OwnHead } from "./lobby-lists.js";

/** What the log keeps as a room's summary: see `storedSummary`. */
type StoredSummary = RoomSummary & { toMove: readonly PlayerId[] };

/** The lists of the lobby, from what the log keeps with each room. */
export class Directory implements LobbyLists {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  async publicRooms(): Promise<RoomSummary[]> {
    const rooms = await unavailable(() =>
      this.#prisma.room.findMany({
        where: { visibility: "public", phase: { not: "closed" } },
        orderBy: { updatedAt: "desc" },
        take: LIMITS.directoryRooms,
        select: { summary: true, head: true },
      }),
    );
    return rooms.map(({ summary, head }) => listed(summary, head).summary);
  }

  /** A public room, open or closed, by its id or its code as these are kept; null for any other. */
  async publicRoom(key: string): Promise<RoomSummary | null> {
    const where = parse(roomId, key).ok ? { id: key } : { code: key };
    const room = await unavailable(() =>
      this.#prisma.room.findFirst({
        where: { ...where, visibility: "public" },
        select: { summary: true, head: true },
      }),
    );
    return room && listed(room.summary, room.head).summary;
  }

  async ownRooms(player: PlayerId): Promise<MyRoom[]> {
    const memberships = await unavailable(() =>
      this.#prisma.membership.findMany({
        where: { playerId: player, mine: true, room: { phase: { not: "closed" } } },
        orderBy: { room: { updatedAt: "desc" } },
        take: LIMITS.directoryRooms,
        select: { seenSeq: true, room: { select: { summary: true, head: true } } },
      }),
    );
    return memberships.map(({ seenSeq, room }) => {
      const { summary, toMove } = listed(room.summary, room.head);
      return mine(summary, seenSeq, toMove.includes(player));
    });
  }

  changedWithin(ms: number): Promise<readonly { room: RoomId; head: number }[]> {
    // Every visibility there is, named so that the index over it and the time can be used.
    return unavailable(
      () => this.#prisma.$queryRaw<{ room: RoomId; head: number }[]>`
        SELECT id::text AS room, head FROM room
        WHERE visibility IN ('public', 'private') AND updated_at > now() - ${ms}::float8 * interval '1 ms'`,
    );
  }

  async keptRooms(rooms: readonly RoomId[]): Promise<readonly KeptRoom[]> {
    const found = await unavailable(
      () => this.#prisma.$queryRaw<{ summary: unknown; head: number; listed: boolean }[]>`
        SELECT summary, head, visibility = 'public' AND phase <> 'closed' AS listed FROM room
        WHERE id = ANY(${rooms}::uuid[])`,
    );
    return found.map((room) => ({ summary: listed(room.summary, room.head).summary, listed: room.listed }));
  }

  ownHeads(players: readonly PlayerId[]): Promise<readonly OwnHead[]> {
    return unavailable(
      () => this.#prisma.$queryRaw<OwnHead[]>`
        SELECT p.id::text AS player, own.room, own.head, own.seen
        FROM unnest(${players}::uuid[]) AS p(id), LATERAL (
          SELECT r.id::text AS room, r.head, m.seen_seq AS seen
          FROM membership m JOIN room r ON r.id = m.room_id
          WHERE m.player_id = p.id AND m.mine AND r.phase <> 'closed'
          ORDER BY r.updated_at DESC LIMIT ${LIMITS.directoryRooms}
        ) own`,
    );
  }

  async ownRoomsOf(
    wanted: readonly { player: PlayerId; room: RoomId }[],
  ): Promise<readonly { player: PlayerId; mine: MyRoom }[]> {
    const found = await unavailable(
      () => this.#prisma.$queryRaw<{ player: PlayerId; seen: number; summary: unknown; head: number }[]>`
        SELECT m.player_id::text AS player, m.seen_seq AS seen, r.summary, r.head
        FROM unnest(
          ${wanted.map(({ player }) => player)}::uuid[], ${wanted.map(({ room }) => room)}::uuid[]
        ) AS w(player_id, room_id)
        JOIN membership m USING (player_id, room_id) JOIN room r ON r.id = m.room_id
        WHERE m.mine AND r.phase <> 'closed'`,
    );
    return found.map(({ player, seen, summary: stored, head }) => {
      const { summary, toMove } = listed(stored, head);
      return { player, mine: mine(summary, seen, toMove.includes(player)) };
    });
  }

  seatsOf(players: readonly PlayerId[]): Promise<readonly { player: PlayerId; room: RoomId }[]> {
    return unavailable(
      () => this.#prisma.$queryRaw<{ player: PlayerId; room: RoomId }[]>`
        SELECT m.player_id::text AS player, r.id::text AS room
        FROM membership m JOIN room r ON r.id = m.room_id
        WHERE m.player_id = ANY(${players}::uuid[]) AND m.mine AND r.phase <> 'closed'
          AND r.summary->'seats' @> jsonb_build_array(jsonb_build_object('id', m.player_id::text))`,
    );
  }
}

function listed(stored: unknown, head: number): { summary: RoomSummary; toMove: readonly PlayerId[] } {
  const { toMove, ...summary } = stored as StoredSummary;
  return { summary: { ...summary, head }, toMove };
}

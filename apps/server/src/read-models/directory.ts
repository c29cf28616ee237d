import { LIMITS, type MyRoom, type PlayerId, type RoomSummary } from "@rejoin/protocol";
import { mine } from "@rejoin/rules";
import type { PrismaClient } from "../database/generated/client.js";
import { unavailable } from "../log/unavailable.js";

/** What the log keeps as a room's summary: see `storedSummary`. */
type StoredSummary = RoomSummary & { toMove: readonly PlayerId[] };

/** The lists of the lobby: open public rooms, and a person's own. Rejects with `LogUnavailable`. */
export class Directory {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** The public rooms that are open, the last changed first, at most `LIMITS.directoryRooms`. */
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

  /** The open rooms in which a person sits, which they host, or to which they were invited; the last changed first. */
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
}

function listed(stored: unknown, head: number): { summary: RoomSummary; toMove: readonly PlayerId[] } {
  const { toMove, ...summary } = stored as StoredSummary;
  return { summary: { ...summary, head }, toMove };
}

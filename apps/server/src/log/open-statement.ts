import { Prisma } from "../database/generated/client.js";
import { storedSummary } from "./append-statement.js";
import type { Opening } from "./event-log.js";

/**
 * The statement that opens a room with its first event, in one commit. It returns the room's id, or no row where the code or
 * the command id is taken.
 *
 * @param unless a query: where it finds anything, nothing is opened either
 */
export function openStatement(opening: Opening, unless: Prisma.Sql | null = null): Prisma.Sql {
  const { room, code, epoch, creator, first, summary, wakeAt } = opening;
  const { commandId, commandDigest, actor, event, at } = first;
  const condition = unless ? Prisma.sql`NOT EXISTS (${unless})` : Prisma.sql`true`;
  return Prisma.sql`
    WITH opened AS (
      INSERT INTO room (id, code, epoch, head, game, visibility, phase, summary, wake_at, created_by, create_command_id, create_digest)
      SELECT ${room}::uuid, ${code}, ${epoch}, 1, ${summary.game}, ${summary.visibility}, ${summary.phase},
        ${JSON.stringify(storedSummary({ summary, toMove: [] }))}::jsonb, to_timestamp(${wakeAt}::float8 / 1000), ${creator}::uuid, ${commandId}, ${commandDigest}
      WHERE ${condition}
      ON CONFLICT DO NOTHING RETURNING id
    ), inserted AS (
      INSERT INTO room_event (room_id, seq, actor_id, command_id, command_digest, type, data, recorded_at)
      SELECT id, 1, ${actor}, ${commandId}, ${commandDigest}, ${event.type}, ${JSON.stringify(event.data)}::jsonb,
        to_timestamp(${at}::float8 / 1000) FROM opened
    ), owned AS (
      INSERT INTO membership (player_id, room_id, mine, seen_seq) SELECT ${creator}::uuid, id, true, 1 FROM opened
    )
    SELECT id::text FROM opened`;
}

/** Whoever holds this until their commit is the only one, on any server, who opens a room for quick play of that game. */
export function turnToOpen({ summary: { game } }: Opening): Prisma.Sql {
  return Prisma.sql`SELECT pg_advisory_xact_lock(${QUICK_PLAY}::int, hashtext(${game}))`;
}

/** Tells this use of advisory locks apart from any other. */
const QUICK_PLAY = 1_364_677_483;

/** The oldest room that quick play opened for the same game so many milliseconds ago at the most, and that still waits for people. */
export function roomToMeetIn({ summary: { game } }: Opening, withinMs: number): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id::text AS room, r.code FROM room r JOIN room_event e ON e.room_id = r.id AND e.seq = 1
    WHERE r.phase = 'gathering' AND r.updated_at > clock_timestamp() - make_interval(secs => ${withinMs}::float8 / 1000)
      AND r.created_at > clock_timestamp() - make_interval(secs => ${withinMs}::float8 / 1000)
      AND r.game = ${game} AND r.visibility = 'public' AND r.summary -> 'seats' @> '[null]' AND e.data -> 'quick' IS NOT NULL
    ORDER BY r.created_at LIMIT 1`;
}

import { Prisma, type PrismaClient } from "../database/generated/client.js";
import { isNotOffered } from "./postgres-errors.js";
import { unavailable } from "./unavailable.js";

/**
 * Compares the database with the one that servers saw last. Another one was restored or promoted, and may have gone back in
 * time, so every room gets a new epoch: nobody continues from a future that is gone, and no server appends to a log that it
 * does not know. Any number of servers may do this at once. Rejects with `LogUnavailable`.
 *
 * @returns whether it is another one; a database that does not tell what it is counts as the same
 */
export async function noticeRestore(prisma: PrismaClient): Promise<boolean> {
  const origin = await readOrigin(prisma);
  if (!origin) return false;
  const { system, timeline } = origin;
  await unavailable(
    () => prisma.$executeRaw`
      INSERT INTO database_origin (id, system_identifier, timeline) VALUES (1, ${system}, ${timeline})
      ON CONFLICT DO NOTHING`,
  );
  const { causes } = await renew(
    prisma,
    Prisma.sql`
      UPDATE database_origin SET system_identifier = ${system}, timeline = ${timeline}
      WHERE id = 1 AND (system_identifier, timeline) IS DISTINCT FROM (${system}::text, ${timeline}::int)
      RETURNING id`,
  );
  return causes > 0;
}

/** Gives every room a new epoch, for an operator who knows that the database went back in time. @returns how many rooms */
export async function renewEpochs(prisma: PrismaClient): Promise<number> {
  return (await renew(prisma, Prisma.sql`SELECT 1 AS id`)).rooms;
}

interface Renewal {
  causes: number;
  rooms: number;
}

/**
 * Renews every epoch where a statement returns a row, and in one transaction with that. The rooms are locked in the order
 * in which appends lock them, so that the two never wait for each other in a circle. It may take long, and must not be cut
 * short: each of its parts is worth nothing without the others.
 */
async function renew(prisma: PrismaClient, cause: Prisma.Sql): Promise<Renewal> {
  const [, , rows] = await unavailable(() =>
    prisma.$transaction([
      prisma.$executeRaw`SET LOCAL statement_timeout = 0`,
      prisma.$executeRaw`SET LOCAL lock_timeout = 0`,
      prisma.$queryRaw<Renewal[]>`
        WITH cause AS (
          ${cause}
        ), locked AS (
          SELECT id, head FROM room WHERE EXISTS (SELECT 1 FROM cause) ORDER BY id FOR NO KEY UPDATE
        ), renewed AS (
          UPDATE room r SET epoch = left(gen_random_uuid()::text, 8) FROM locked l WHERE r.id = l.id RETURNING r.id
        ), gone AS (
          DELETE FROM room_snapshot s USING locked l WHERE s.room_id = l.id AND s.seq > l.head
        ), clamped AS (
          UPDATE membership m SET seen_seq = l.head FROM locked l WHERE m.room_id = l.id AND m.seen_seq > l.head
        )
        SELECT (SELECT count(*) FROM cause)::int AS causes, (SELECT count(*) FROM renewed)::int AS rooms`,
    ]),
  );
  return rows[0] ?? { causes: 0, rooms: 0 };
}

/** Which cluster this is, and which of its timelines; null where the database does not offer that to everybody. */
async function readOrigin(prisma: PrismaClient): Promise<{ system: string; timeline: number } | null> {
  try {
    const [origin] = await prisma.$queryRaw<{ system: string; timeline: number }[]>`
      SELECT system_identifier::text AS system,
        ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int AS timeline
      FROM pg_control_system()`;
    return origin ?? null;
  } catch (error) {
    if (isNotOffered(error)) return null;
    return unavailable(() => Promise.reject(error));
  }
}

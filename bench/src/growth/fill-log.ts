import type { RoomId } from "@rejoin/protocol";
import type pg from "pg";

/** Rows of one statement: few enough that its journal can be written meanwhile. */
const AT_ONCE = 250_000;

/**
 * Makes a log as long as is wanted by inserting rows as the server writes them: copies of the last thing that was said in the
 * room, each with a number, a command id and a digest of its own. It is how ten million events are had in minutes. No server
 * may have the room in memory meanwhile.
 */
export async function fillLog(database: pg.Client, room: RoomId, length: number): Promise<void> {
  for (let head = await headOf(database, room); head < length; head = Math.min(head + AT_ONCE, length))
    await append(database, room, head, Math.min(head + AT_ONCE, length));
  // What Postgres would do by itself in the days that such a log takes: count its rows, and write them to disk.
  await database.query("VACUUM (ANALYZE) room_event");
  await database.query("CHECKPOINT").catch(() => undefined);
}

/** Drops what makes loading a room quick, as a change of the rules does. */
export async function forgetSnapshots(database: pg.Client, room: RoomId): Promise<void> {
  await database.query("DELETE FROM room_snapshot WHERE room_id = $1", [room]);
}

async function headOf(database: pg.Client, room: RoomId): Promise<number> {
  const { rows } = await database.query<{ head: number }>("SELECT head FROM room WHERE id = $1", [room]);
  return rows[0]?.head ?? 0;
}

/** The room's row is locked first, as the server does it, and moves with the events in one commit. */
async function append(database: pg.Client, room: RoomId, from: number, to: number): Promise<void> {
  const { rowCount } = await database.query(
    `WITH moved AS (
       UPDATE room SET head = $3 WHERE id = $1 AND head = $2 RETURNING id
     ), pattern AS (
       SELECT * FROM room_event WHERE room_id = $1 AND type = 'said' ORDER BY seq DESC LIMIT 1
     )
     INSERT INTO room_event (room_id, seq, actor_id, command_id, command_digest, type, data, recorded_at)
     SELECT moved.id, number, actor_id, md5('command ' || number), left(md5('digest ' || number), 16), type, data, now()
     FROM moved, pattern, generate_series($2::int + 1, $3::int) AS number`,
    [room, from, to],
  );
  if (rowCount !== to - from) throw new Error(`Room ${room} changed while its log was filled.`);
}

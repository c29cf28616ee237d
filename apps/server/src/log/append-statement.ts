import { Prisma } from "../database/generated/client.js";
import type { Append, RoomChange } from "./event-log.js";

/** What `room.summary` holds: the summary, and whose turn it is. */
export function storedSummary({ summary, toMove }: Omit<RoomChange, "owners" | "guests">): object {
  return { ...summary, toMove };
}

/** A row of the append statement's answer: one for each room of the batch. */
export interface AppendRow {
  room_id: string;
  appended: boolean;
  /** Commands of this room's events that are in the log already. */
  known: { actor: string; commandId: string; commandDigest: string; seq: number }[] | null;
}

/**
 * The one statement that appends, for many rooms at once: one round trip, one commit.
 *
 * It locks the rooms in the order of their ids (so that two servers never wait for each other in a circle), moves the
 * head only where it and the epoch are still those that were decided on and no command is repeated, and inserts the
 * events of those rooms only. The lock is held to the commit, so the order of numbers is the order of commits. It is `NO KEY`, since a
 * new membership refers to its room: with a full lock, somebody who joins while they sit down would wait in that circle.
 */
export function appendStatement(appends: readonly Append[]): Prisma.Sql {
  const rooms = appends.map(({ room }) => room);
  const changes = appends.map(({ change }) => change);
  const events = appends.flatMap(({ room, events }) =>
    events.map((event, index) => ({ room, offset: index + 1, ...event })),
  );
  const owners = appends.flatMap(({ room, change }) =>
    [...(change?.owners ?? [])].map(([player, mine]) => ({ room, player, mine })),
  );
  const guests = appends.flatMap(({ room, change }) =>
    [...(change?.guests ?? [])].map(([player, by]) => ({ room, player, by })),
  );
  return Prisma.sql`
    WITH wanted AS (
      SELECT * FROM unnest(
        ${rooms}::uuid[],
        ${appends.map(({ epoch }) => epoch)}::text[],
        ${appends.map(({ expectedHead }) => expectedHead)}::int[],
        ${appends.map(({ events }) => events.length)}::int[],
        ${changes.map((change) => change && JSON.stringify(storedSummary(change)))}::text[],
        ${changes.map((change) => change?.summary.phase ?? null)}::text[],
        ${changes.map((change) => change?.summary.visibility ?? null)}::text[],
        ${appends.map(({ wakeAt }) => wakeAt !== undefined)}::boolean[],
        ${appends.map(({ wakeAt }) => wakeAt ?? null)}::float8[]
      ) AS w(room_id, epoch, expected, count, summary, phase, visibility, sets_wake, wake_at)
    ), incoming AS (
      SELECT * FROM unnest(
        ${events.map(({ room }) => room)}::uuid[],
        ${events.map(({ offset }) => offset)}::int[],
        ${events.map(({ actor }) => actor)}::text[],
        ${events.map(({ commandId }) => commandId)}::text[],
        ${events.map(({ commandDigest }) => commandDigest)}::text[],
        ${events.map(({ event }) => event.type)}::text[],
        ${events.map(({ event }) => JSON.stringify(event.data))}::text[],
        ${events.map(({ at }) => at)}::float8[]
      ) AS i(room_id, position, actor_id, command_id, command_digest, type, data, at)
    ), locked AS (
      SELECT id, epoch, head FROM room WHERE id = ANY(${rooms}::uuid[]) ORDER BY id FOR NO KEY UPDATE
    ), known AS (
      SELECT e.room_id, jsonb_agg(jsonb_build_object(
        'actor', e.actor_id, 'commandId', e.command_id, 'commandDigest', e.command_digest, 'seq', e.seq)) AS commands
      FROM incoming i JOIN room_event e USING (room_id, actor_id, command_id)
      GROUP BY e.room_id
    ), advanced AS (
      UPDATE room r SET
        head = w.expected + w.count,
        summary = coalesce(w.summary::jsonb, r.summary),
        phase = coalesce(w.phase, r.phase),
        visibility = coalesce(w.visibility, r.visibility),
        wake_at = CASE WHEN w.sets_wake THEN to_timestamp(w.wake_at / 1000) ELSE r.wake_at END,
        updated_at = CASE WHEN w.summary IS NULL THEN r.updated_at ELSE now() END
      FROM wanted w JOIN locked l ON l.id = w.room_id
      WHERE r.id = w.room_id AND l.epoch = w.epoch AND l.head = w.expected
        AND NOT EXISTS (SELECT 1 FROM known k WHERE k.room_id = w.room_id)
      RETURNING r.id, w.expected
    ), inserted AS (
      INSERT INTO room_event (room_id, seq, actor_id, command_id, command_digest, type, data, recorded_at)
      SELECT i.room_id, a.expected + i.position, i.actor_id, i.command_id, i.command_digest, i.type, i.data::jsonb,
        to_timestamp(i.at / 1000)
      FROM incoming i JOIN advanced a ON a.id = i.room_id
    ), owned AS (
      INSERT INTO membership (player_id, room_id, mine)
      SELECT o.player_id, o.room_id, o.mine
      FROM unnest(
        ${owners.map(({ player }) => player)}::uuid[],
        ${owners.map(({ room }) => room)}::uuid[],
        ${owners.map(({ mine }) => mine)}::boolean[]
      ) AS o(player_id, room_id, mine)
      JOIN advanced a ON a.id = o.room_id
      -- Somebody may invite a player who was deleted a moment ago.
      JOIN player p ON p.id = o.player_id
      ON CONFLICT (player_id, room_id) DO UPDATE SET mine = excluded.mine, updated_at = now()
    ), asked AS (
      INSERT INTO invitation (player_id, room_id, invited_by)
      SELECT g.player_id, g.room_id, g.invited_by::jsonb
      FROM unnest(
        ${guests.map(({ player }) => player)}::uuid[],
        ${guests.map(({ room }) => room)}::uuid[],
        ${guests.map(({ by }) => by && JSON.stringify(by))}::text[]
      ) AS g(player_id, room_id, invited_by)
      JOIN advanced a ON a.id = g.room_id
      JOIN player p ON p.id = g.player_id
      ON CONFLICT (player_id, room_id) DO UPDATE SET invited_by = excluded.invited_by, changed_at = now()
    )
    SELECT w.room_id::text, a.id IS NOT NULL AS appended, k.commands AS known
    FROM wanted w LEFT JOIN advanced a ON a.id = w.room_id LEFT JOIN known k ON k.room_id = w.room_id`;
}

import { Prisma } from "../database/generated/client.js";
import type { Append, RoomChange } from "./event-log.js";

/** What `room.summary` holds: the summary, and whose turn it is. */
export function storedSummary({ summary, toMove }: Omit<RoomChange, "owners" | "guests">): object {
  return { ...summary, toMove };
}

/** The append statement's answer: one row, however many rooms the batch has. */
export interface Appended {
  /** To how many rooms of the batch something was appended. */
  appended: number;
  passedOver: PassedOver[] | null;
}

/** A room of the batch to which nothing was appended. */
export interface PassedOver {
  room: string;
  /** Commands of this room's events that are in the log already. */
  known: { actor: string; commandId: string; commandDigest: string; seq: number }[] | null;
}

/**
 * The one statement that appends, for many rooms at once: one round trip, one commit.
 *
 * It locks the rooms in the order of their ids (so that two servers never wait for each other in a circle), moves the
 * head only where it and the epoch are still those that were decided on, and inserts the events of those rooms only. The lock
 * is held to the commit, so the order of numbers is the order of commits. It is `NO KEY`, since a new membership refers to its
 * room: with a full lock, somebody who joins while they sit down would wait in that circle.
 *
 * A command that is in the log already makes it fail as a whole, unless it looks commands up first: then it passes over the
 * rooms of those.
 */
export function appendStatement(appends: readonly Append[], { looksUp }: { looksUp: boolean }): Prisma.Sql {
  return Prisma.sql`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${rows(appends, roomRow)}::jsonb) AS w(
        room_id uuid, epoch text, expected int, count int, summary jsonb, phase text, visibility text,
        sets_wake boolean, wake_at float8)
    ), incoming AS (
      SELECT * FROM jsonb_to_recordset(${rows(appends, eventRows)}::jsonb) AS i(
        room_id uuid, position int, actor_id text, command_id text, command_digest text, type text, data jsonb, at float8)
    ), locked AS (
      SELECT id, epoch, head FROM room WHERE id = ANY(${appends.map(({ room }) => room)}::uuid[]) ORDER BY id FOR NO KEY UPDATE
    ), known AS (
      ${looksUp ? lookUp : nothingKnown}
    ), advanced AS (
      UPDATE room r SET
        head = w.expected + w.count,
        summary = coalesce(w.summary, r.summary),
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
      SELECT i.room_id, a.expected + i.position, i.actor_id, i.command_id, i.command_digest, i.type, i.data,
        to_timestamp(i.at / 1000)
      FROM incoming i JOIN advanced a ON a.id = i.room_id
    ), owned AS (
      INSERT INTO membership (player_id, room_id, mine)
      SELECT o.player_id, o.room_id, o.mine
      FROM jsonb_to_recordset(${rows(appends, ownerRows)}::jsonb) AS o(player_id uuid, room_id uuid, mine boolean)
      JOIN advanced a ON a.id = o.room_id
      -- Somebody may invite a player who was deleted a moment ago.
      JOIN player p ON p.id = o.player_id
      ON CONFLICT (player_id, room_id) DO UPDATE SET mine = excluded.mine, updated_at = now()
    ), asked AS (
      INSERT INTO invitation (player_id, room_id, invited_by)
      SELECT g.player_id, g.room_id, g.invited_by
      FROM jsonb_to_recordset(${rows(appends, guestRows)}::jsonb) AS g(player_id uuid, room_id uuid, invited_by jsonb)
      JOIN advanced a ON a.id = g.room_id
      JOIN player p ON p.id = g.player_id
      ON CONFLICT (player_id, room_id) DO UPDATE SET invited_by = excluded.invited_by, changed_at = now()
    )
    SELECT (SELECT count(*)::int FROM advanced) AS appended, (
      SELECT jsonb_agg(jsonb_build_object('room', w.room_id, 'known', k.commands))
      FROM wanted w LEFT JOIN advanced a ON a.id = w.room_id LEFT JOIN known k ON k.room_id = w.room_id
      WHERE a.id IS NULL
    ) AS "passedOver"`;
}

/** Which commands of these events are in the log. */
const lookUp = Prisma.sql`
  SELECT e.room_id, jsonb_agg(jsonb_build_object(
    'actor', e.actor_id, 'commandId', e.command_id, 'commandDigest', e.command_digest, 'seq', e.seq)) AS commands
  FROM incoming i JOIN room_event e USING (room_id, actor_id, command_id)
  GROUP BY e.room_id`;
const nothingKnown = Prisma.sql`SELECT NULL::uuid AS room_id, NULL::jsonb AS commands WHERE false`;

/** Rows as one JSON text: far cheaper to make than an array for each column, of which the driver escapes every element. */
function rows(appends: readonly Append[], rowsOf: (append: Append) => object | readonly object[]): string {
  return JSON.stringify(appends.flatMap(rowsOf));
}

function roomRow({ room, epoch, expectedHead, events, change, wakeAt }: Append): object {
  return {
    room_id: room,
    epoch,
    expected: expectedHead,
    count: events.length,
    ...(change && shown(change)),
    sets_wake: wakeAt !== undefined,
    wake_at: wakeAt,
  };
}

function shown(change: RoomChange): object {
  const { phase, visibility } = change.summary;
  return { summary: storedSummary(change), phase, visibility };
}

function eventRows({ room, events }: Append): object[] {
  return events.map(({ actor, commandId, commandDigest, at, event }, index) => ({
    room_id: room,
    position: index + 1,
    actor_id: actor,
    command_id: commandId,
    command_digest: commandDigest,
    type: event.type,
    data: event.data,
    at,
  }));
}

function ownerRows({ room, change }: Append): object[] {
  return [...(change?.owners ?? [])].map(([player, mine]) => ({ player_id: player, room_id: room, mine }));
}

function guestRows({ room, change }: Append): object[] {
  return [...(change?.guests ?? [])].map(([player, by]) => ({
    player_id: player,
    room_id: room,
    invited_by: by,
  }));
}

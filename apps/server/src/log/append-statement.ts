import { Prisma } from "../database/generated/client.js";
import type { Append, RoomChange } from "./event-log.js";

/** What `room.summary` holds: the summary, and whose turn it is. */
export function storedSummary({ summary, toMove }: Omit<RoomChange, "owners" | "guests">): object {
  return { ...summary, toMove };
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
 *
 * Rooms and events come as an array a column, and what is JSON as one text for all: of the ways to hand many rows over, Postgres
 * reads this one with the least effort (decision 16). What most batches do without is left out of the statement.
 */
export function appendStatement(appends: readonly Append[], { looksUp }: { looksUp: boolean }): Prisma.Sql {
  const changed = appends.filter(({ change }) => change !== null);
  return Prisma.sql`
    WITH wanted AS (
      SELECT * FROM ${roomColumns(appends)} AS w(room_id, epoch, expected, count, sets_wake, wake_at)
    ), incoming AS (
      SELECT * FROM ${eventColumns(appends)} AS i(room_id, position, actor_id, command_id, command_digest, type, at, data)
    ), locked AS (
      SELECT id, epoch, head FROM room
      WHERE id = ANY(${arrayOf(appends.map(({ room }) => room))}::uuid[]) ORDER BY id FOR NO KEY UPDATE
    ), ${looksUp ? known : Prisma.empty} advanced AS (
      UPDATE room r SET head = w.expected + w.count,
        wake_at = CASE WHEN w.sets_wake THEN to_timestamp(w.wake_at / 1000) ELSE r.wake_at END
        ${changed.length > 0 ? shownColumns : Prisma.empty}
      FROM wanted w JOIN locked l ON l.id = w.room_id ${changed.length > 0 ? joinShown(changed) : Prisma.empty}
      WHERE r.id = w.room_id AND l.epoch = w.epoch AND l.head = w.expected ${looksUp ? isUnknown : Prisma.empty}
      RETURNING r.id, w.expected
    ), inserted AS (
      INSERT INTO room_event (room_id, seq, actor_id, command_id, command_digest, type, data, recorded_at)
      SELECT i.room_id, a.expected + i.position, i.actor_id, i.command_id, i.command_digest, i.type, i.data,
        to_timestamp(i.at / 1000)
      FROM incoming i JOIN advanced a ON a.id = i.room_id
    ) ${peopleStatements(changed)}
    SELECT counted.appended, CASE WHEN counted.appended < ${appends.length}::int THEN (
      SELECT jsonb_agg(jsonb_build_object('room', w.room_id, 'known', ${looksUp ? itsKnown : Prisma.sql`NULL`}))
      FROM wanted w WHERE NOT EXISTS (SELECT 1 FROM advanced a WHERE a.id = w.room_id)
    ) END AS "passedOver"
    FROM (SELECT count(*)::int AS appended FROM advanced) counted`;
}

/** Which commands of these events are in the log. */
const known = Prisma.sql`known AS (
  SELECT e.room_id, jsonb_agg(jsonb_build_object(
    'actor', e.actor_id, 'commandId', e.command_id, 'commandDigest', e.command_digest, 'seq', e.seq)) AS commands
  FROM incoming i JOIN room_event e USING (room_id, actor_id, command_id)
  GROUP BY e.room_id
),`;
const isUnknown = Prisma.sql`AND NOT EXISTS (SELECT 1 FROM known k WHERE k.room_id = w.room_id)`;
const itsKnown = Prisma.sql`(SELECT k.commands FROM known k WHERE k.room_id = w.room_id)`;

const shownColumns = Prisma.sql`,
  summary = coalesce(s.summary, r.summary),
  phase = coalesce(s.phase, r.phase),
  visibility = coalesce(s.visibility, r.visibility),
  updated_at = CASE WHEN s.summary IS NULL THEN r.updated_at ELSE now() END`;

function joinShown(changed: readonly Append[]): Prisma.Sql {
  return Prisma.sql`LEFT JOIN jsonb_to_recordset(${JSON.stringify(changed.flatMap(shownRow))}::jsonb) AS s(
    room_id uuid, summary jsonb, phase text, visibility text) ON s.room_id = w.room_id`;
}

/** Whose own rooms these become or cease to be, and who is invited to them. */
function peopleStatements(changed: readonly Append[]): Prisma.Sql {
  const owners = changed.flatMap(ownerRows);
  const guests = changed.flatMap(guestRows);
  return Prisma.sql`${owners.length > 0 ? owned(owners) : Prisma.empty} ${guests.length > 0 ? asked(guests) : Prisma.empty}`;
}

function owned(owners: readonly object[]): Prisma.Sql {
  return Prisma.sql`, owned AS (
    INSERT INTO membership (player_id, room_id, mine)
    SELECT o.player_id, o.room_id, o.mine
    FROM jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) AS o(player_id uuid, room_id uuid, mine boolean)
    JOIN advanced a ON a.id = o.room_id
    -- Somebody may invite a player who was deleted a moment ago.
    JOIN player p ON p.id = o.player_id
    ON CONFLICT (player_id, room_id) DO UPDATE SET mine = excluded.mine, updated_at = now()
  )`;
}

function asked(guests: readonly object[]): Prisma.Sql {
  return Prisma.sql`, asked AS (
    INSERT INTO invitation (player_id, room_id, invited_by)
    SELECT g.player_id, g.room_id, g.invited_by
    FROM jsonb_to_recordset(${JSON.stringify(guests)}::jsonb) AS g(player_id uuid, room_id uuid, invited_by jsonb)
    JOIN advanced a ON a.id = g.room_id
    JOIN player p ON p.id = g.player_id
    ON CONFLICT (player_id, room_id) DO UPDATE SET invited_by = excluded.invited_by, changed_at = now()
  )`;
}

function roomColumns(appends: readonly Append[]): Prisma.Sql {
  return Prisma.sql`unnest(
    ${arrayOf(appends.map(({ room }) => room))}::uuid[],
    ${arrayOf(appends.map(({ epoch }) => epoch))}::text[],
    ${arrayOf(appends.map(({ expectedHead }) => expectedHead))}::int[],
    ${arrayOf(appends.map(({ events }) => events.length))}::int[],
    ${arrayOf(appends.map(({ wakeAt }) => wakeAt !== undefined))}::boolean[],
    ${arrayOf(appends.map(({ wakeAt }) => wakeAt ?? null))}::float8[])`;
}

function eventColumns(appends: readonly Append[]): Prisma.Sql {
  const events = appends.flatMap(({ events }) => events);
  return Prisma.sql`ROWS FROM (unnest(
    ${plainArrayOf(appends.flatMap(({ room, events }) => events.map(() => room)))}::uuid[],
    ${plainArrayOf(appends.flatMap(({ events }) => events.map((_, index) => index + 1)))}::int[],
    ${arrayOf(events.map(({ actor }) => actor))}::text[],
    ${arrayOf(events.map(({ commandId }) => commandId))}::text[],
    ${plainArrayOf(events.map(({ commandDigest }) => commandDigest))}::text[],
    ${plainArrayOf(events.map(({ event }) => event.type))}::text[],
    ${plainArrayOf(events.map(({ at }) => at))}::float8[]),
    jsonb_array_elements(${JSON.stringify(events.map(({ event }) => event.data))}::jsonb))`;
}

const SPECIAL = /["\\]/;

/** An array as Postgres reads it: https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO */
function arrayOf(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map(elementOf).join()}}`;
}

/** The same of what no quotes are needed for: UUIDs, numbers, digests and names of our own. */
function plainArrayOf(values: readonly (string | number)[]): string {
  return `{${values.join()}}`;
}

function elementOf(value: string | number | boolean | null): string {
  if (typeof value !== "string") return `${value}`;
  return `"${SPECIAL.test(value) ? value.replace(/["\\]/g, "\\$&") : value}"`;
}

function shownRow({ room, change }: Append): object[] {
  if (!change) return [];
  const { phase, visibility } = change.summary;
  return [{ room_id: room, summary: storedSummary(change), phase, visibility }];
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

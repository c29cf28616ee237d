import { hash } from "node:crypto";
import { type Refusal, ROOM_ACTOR } from "@rejoin/protocol";
import type { Actor, AnyRoomCommand } from "@rejoin/rules";

/** A command with its sender and its idempotency key. */
export interface Order {
  /** What it is known by within its room. */
  key: string;
  actor: Actor;
  commandId: string;
  commandDigest: string;
  command: AnyRoomCommand;
}

/** How an order ended: as event `seq` of the log, committed; or refused, leaving nothing behind. */
export type OrderOutcome = { ok: true; seq: number } | { ok: false; refusal: Refusal };

export function order(actor: Actor, commandId: string, command: AnyRoomCommand): Order {
  const key = `${actorId(actor)} ${commandId}`;
  return { key, actor, commandId, commandDigest: digest(command), command };
}

export function actorId(actor: Actor): string {
  return actor.kind === "player" ? actor.id : ROOM_ACTOR;
}

/**
 * A digest of a command's body: equal for equal JSON, whatever the order of keys. 96 bits, since it tells a mistake apart
 * and guards nothing.
 */
export function digest(command: object): string {
  const whole = hash("sha256", sorted(command), "base64url");
  // A part of a string keeps the whole of it in memory; this is put together anew.
  return [whole.slice(0, 8), whole.slice(8, 16)].join("");
}

/** JSON as `JSON.stringify` writes it, with the keys of each object in order. */
function sorted(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sorted)}]`;
  const members = value as Record<string, unknown>;
  let json = "";
  for (const key of Object.keys(members).sort())
    if (members[key] !== undefined) json += `${json && ","}${JSON.stringify(key)}:${sorted(members[key])}`;
  return `{${json}}`;
}

import type { Refusal } from "@rejoin/protocol";
import type { RoomStatus, RoomView } from "./views.js";

/** A room that was only just asked for. */
export const NEW_ROOM_VIEW: RoomView = {
  status: { kind: "joining" },
  room: null,
  epoch: null,
  seq: 0,
  head: 0,
  state: null,
  base: null,
  events: [],
  missed: null,
  pending: [],
};

/** Where a room stands, in the words of its view. */
export function statusOf(room: {
  refusal: Refusal | null;
  holds: boolean;
  isJoined: boolean;
  progress: { done: number; total: number } | null;
}): RoomStatus {
  if (room.refusal) return { kind: "refused", refusal: room.refusal };
  if (!room.holds) return { kind: "joining" };
  if (!room.isJoined) return { kind: "waiting" };
  return room.progress ? { kind: "catching-up", ...room.progress } : { kind: "live" };
}

/** Keeps the references of what did not change, and the whole view where nothing did, so that nobody draws it again. */
export function keepUnchanged(held: RoomView, next: RoomView): RoomView {
  const kept: RoomView = {
    ...next,
    status: sameFields<RoomStatus>(held.status, next.status) ? held.status : next.status,
    pending: sameItems(held.pending, next.pending) ? held.pending : next.pending,
  };
  return sameFields(held, kept) ? held : kept;
}

function sameFields<Value extends object>(one: Value, other: Value): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Value>;
  return [...fields].every((field) => Object.is(one[field], other[field]));
}

function sameItems<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

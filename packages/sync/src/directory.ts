import type { RoomId, RoomSummary } from "@rejoin/protocol";

/**
 * A list of rooms that changes piece by piece, as a value: the room with the latest event first. A room's head is its
 * version, so a late or repeated change is told from a new one.
 */
export interface Directory<Summary extends RoomSummary> {
  readonly rooms: readonly Summary[];
  /** The version at which each removed room was last listed: what is not newer stays removed. */
  readonly removed: ReadonlyMap<RoomId, number>;
}

export interface DirectoryChange<Summary extends RoomSummary> {
  changed: readonly Summary[];
  removed: readonly RoomId[];
}

/** A client shows a lobby; it does not mirror a world. */
const MOST_ROOMS = 400;

/** The whole list as the server read it, in the server's order. Rooms that are held in a newer version stay so. */
export function listed<Summary extends RoomSummary>(
  held: Directory<Summary>,
  rooms: readonly Summary[],
): Directory<Summary> {
  const versions = new Map(held.rooms.map((room) => [room.room, room]));
  const newest = rooms.map((room) => {
    const known = versions.get(room.room);
    return known && isNewer(known, room) ? known : room;
  });
  return { rooms: newest.slice(0, MOST_ROOMS), removed: new Map() };
}

export function changed<Summary extends RoomSummary>(
  directory: Directory<Summary>,
  change: DirectoryChange<Summary>,
): Directory<Summary> {
  return removeAll(change.changed.reduce(put, directory), change.removed);
}

function put<Summary extends RoomSummary>(directory: Directory<Summary>, room: Summary): Directory<Summary> {
  const known = directory.rooms.find((other) => other.room === room.room);
  if (known && isNewer(known, room)) return directory;
  if (room.head <= (directory.removed.get(room.room) ?? -1)) return directory;
  if (known?.head === room.head) {
    return { ...directory, rooms: directory.rooms.map((other) => (other === known ? room : other)) };
  }
  const others = directory.rooms.filter((other) => other !== known);
  return { ...directory, rooms: [room, ...others].slice(0, MOST_ROOMS) };
}

function removeAll<Summary extends RoomSummary>(
  directory: Directory<Summary>,
  ids: readonly RoomId[],
): Directory<Summary> {
  const leaving = directory.rooms.filter((room) => ids.includes(room.room));
  if (leaving.length === 0) return directory;
  return {
    rooms: directory.rooms.filter((room) => !leaving.includes(room)),
    removed: new Map([...directory.removed, ...leaving.map((room) => [room.room, room.head] as const)]),
  };
}

// Of the same event a list of one's own rooms may tell two versions: what has been seen moves forward only.
function isNewer(known: RoomSummary & { seen?: number }, room: RoomSummary & { seen?: number }): boolean {
  return known.head > room.head || (known.head === room.head && (known.seen ?? 0) > (room.seen ?? 0));
}

import type { MyRoom } from "@rejoin/protocol";

/** How many events of a room have not been in front of your eyes. */
export function missedIn({ head, seen }: MyRoom): number {
  return Math.max(0, head - seen);
}

/** Your turn first, then the most missed, then the newest. */
export function sortMine(rooms: readonly MyRoom[]): MyRoom[] {
  return [...rooms].sort(
    (a, b) =>
      Number(b.yourTurn) - Number(a.yourTurn) || missedIn(b) - missedIn(a) || b.createdAt - a.createdAt,
  );
}

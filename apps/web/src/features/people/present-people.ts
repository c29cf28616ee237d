import type { PlayerId, RecordedEvent } from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules/room";

/** Somebody at a table, as far as one can know: they sit there, or did something there. */
export interface PresentPerson {
  player: PlayerId;
  name: string;
  avatar: string;
  seated: boolean;
  bot: boolean;
}

/** With more, those who did something longest ago are left out. */
const MOST_SHOWN = 60;

/** The people of a table but for one: those who sit there first, then those who did something there, the last one first. */
export function presentPeople(
  state: RoomState,
  log: readonly RecordedEvent[],
  without: PlayerId,
): PresentPerson[] {
  const people = new Map<PlayerId, PresentPerson>();
  for (const seat of state.seats) {
    if (!seat) continue;
    const { player, name, avatar } = seat;
    people.set(player, { player, name, avatar, seated: true, bot: Boolean(seat.bot) });
  }
  for (const { actor, data } of log.toReversed()) {
    if (!("by" in data) || !data.by || people.has(actor)) continue;
    if (people.size >= MOST_SHOWN) break;
    people.set(actor, { player: actor, ...data.by, seated: false, bot: false });
  }
  people.delete(without);
  return [...people.values()];
}

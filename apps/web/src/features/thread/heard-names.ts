import { type RecordedEvent, ROOM_ACTOR } from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules/room";

/** Names by player id, as far as they were heard of, for events that only say who. */
export class HeardNames {
  readonly #names = new Map<string, string>();
  #lacking = false;

  get(player: string): string | undefined {
    const name = this.#names.get(player);
    this.#lacking ||= name === undefined;
    return name;
  }

  /** Whether `get` was asked for a name that was not heard, since this was last called. */
  takeLacking(): boolean {
    const lacking = this.#lacking;
    this.#lacking = false;
    return lacking;
  }

  hearOfSeats({ seats }: RoomState): void {
    for (const seat of seats) if (seat) this.#names.set(seat.player, seat.name);
  }

  /** @returns whether somebody was heard of for the first time */
  hear(event: RecordedEvent): boolean {
    const before = this.#names.size;
    for (const [player, name] of namesIn(event)) this.#names.set(player, name);
    return this.#names.size > before;
  }

  /** The same for events from before, the last of them first: what was heard later is newer. */
  hearEarlier(event: RecordedEvent): void {
    for (const [player, name] of namesIn(event)) if (!this.#names.has(player)) this.#names.set(player, name);
  }
}

function namesIn({ type, actor, data }: RecordedEvent): [player: string, name: string][] {
  const by = "by" in data ? data.by : undefined;
  const names: [string, string][] = by && actor !== ROOM_ACTOR ? [[actor, by.name]] : [];
  return type === "bot-seated" ? [...names, [data.player, data.bot.name]] : names;
}

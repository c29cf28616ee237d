import type { PlayerId } from "@rejoin/protocol";
import { isFor, type RoomState } from "@rejoin/rules";

/** Who may know of a room, as its log has it. */
export class Access {
  /** Whether the room was public at any time: then whoever was there may come back. */
  wasPublic = false;
  /** Whether it is known from the room's beginning who may know of it: what was trimmed is not. */
  isWhole = true;
  readonly #since = new Map<PlayerId, number>();

  /** The room as it is at the first number of which anything is known. */
  begin(state: RoomState, seq: number): void {
    this.isWhole = false;
    this.take(state, seq);
  }

  /** The room as it is at a number of one of its lives. */
  take(state: RoomState, seq: number): void {
    if (state.visibility === "public") this.wasPublic = true;
    if (this.wasPublic) return;
    const seated = state.seats.flatMap((seat) => (seat ? [seat.player] : []));
    const invited = state.invited.map(({ player }) => player);
    for (const player of [...seated, state.host.id, ...invited])
      if (!this.#since.has(player) && isFor(state, player)) this.#since.set(player, seq);
  }

  /** From which number on a player may know of the room without its code; null for never. */
  since(player: PlayerId): number | null {
    return this.wasPublic ? 0 : (this.#since.get(player) ?? null);
  }
}

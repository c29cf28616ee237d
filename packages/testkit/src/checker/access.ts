import type { PlayerId } from "@rejoin/protocol";
import { isMine, type RoomState } from "@rejoin/rules";

/** Who may know of a room, as its log has it. */
export class Access {
  /** Whether the room was public at any time: then whoever was there may come back. */
  wasPublic = false;
  readonly #since = new Map<PlayerId, number>();

  /** The room as it is at a number of one of its lives. */
  take(state: RoomState, seq: number): void {
    if (state.visibility === "public") this.wasPublic = true;
    if (this.wasPublic) return;
    const seated = state.seats.flatMap((seat) => (seat ? [seat.player] : []));
    for (const player of [...seated, state.host.id, ...state.invited])
      if (!this.#since.has(player) && isMine(state, player)) this.#since.set(player, seq);
  }

  /** From which number on a player may know of the room without its code; null for never. */
  since(player: PlayerId): number | null {
    return this.wasPublic ? 0 : (this.#since.get(player) ?? null);
  }
}

import type { PlayerId, RecordedEvent } from "@rejoin/protocol";
import type { RoomState } from "../state.js";

/** How many people a room remembers to have declined: with more, those who declined first may be asked again. */
const MOST_DECLINED = 100;

export function invite(
  state: RoomState,
  { actor, at, data }: Extract<RecordedEvent, { type: "invited" }>,
): RoomState {
  const { invited } = withoutGuest(state, data.player);
  return { ...state, invited: [...invited, { player: data.player, by: { id: actor, ...data.by }, at }] };
}

export function decline(state: RoomState, player: PlayerId): RoomState {
  const { invited, declined } = withoutGuest(state, player);
  return { ...state, invited, declined: [...declined, player].slice(-MOST_DECLINED) };
}

/** Whoever sits down has come: nothing is left to answer, and they may be asked again some other time. */
export function withoutGuest(state: RoomState, player: PlayerId): RoomState {
  return {
    ...state,
    invited: state.invited.filter((guest) => guest.player !== player),
    declined: state.declined.filter((one) => one !== player),
  };
}

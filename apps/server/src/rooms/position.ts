import type { RoomState } from "@rejoin/rules";

/** A room as of a number in its log. */
export interface Position {
  head: number;
  state: RoomState;
}

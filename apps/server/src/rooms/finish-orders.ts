import type { Clock } from "../clock.js";
import type { LiveRooms } from "./live-rooms.js";

/** How long orders under way may take to finish when the server goes away, in milliseconds. */
const FINISH_MS = 5_000;
const LOOK_EVERY_MS = 20;

/** Waits until no order is under way in any room, but not for ever. */
export async function finishOrders(rooms: LiveRooms, clock: Clock): Promise<void> {
  const deadline = clock.monotonic() + FINISH_MS;
  while ([...rooms.awake()].some((room) => room.busy) && clock.monotonic() < deadline) {
    await new Promise<void>((resolve) => clock.setTimer(LOOK_EVERY_MS, resolve));
  }
}

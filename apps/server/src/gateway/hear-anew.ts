import type { Clock } from "../clock.js";
import type { LiveRooms } from "../rooms/live-rooms.js";
import type { Room } from "../rooms/room.js";
import { Subscription, type SubscriptionPorts } from "./subscription.js";
import type { Visitor } from "./visitor.js";
import type { Watchers } from "./watchers.js";

/** While the log is away it is asked again so often. */
const RETRY_MS = 1_000;

export interface HearAnewParts {
  /** Everybody who is connected, as of any moment. */
  visitors: () => Iterable<Visitor>;
  rooms: LiveRooms;
  subscriptions: SubscriptionPorts;
  watchers: Watchers;
  clock: Pick<Clock, "setTimer">;
  failed: (event: string, error: unknown) => void;
}

/** A room's log was replaced: whoever heard it is given a snapshot of the one that stands there now, and hears on from it. */
export async function hearAnew(replaced: Room, parts: HearAnewParts): Promise<void> {
  const { visitors, rooms, subscriptions, watchers, clock, failed } = parts;
  const hearers = () => [...visitors()].filter((visitor) => heardBy(visitor, replaced));
  for (const visitor of hearers()) heardBy(visitor, replaced)?.stop();
  if (hearers().length === 0) return;
  try {
    const room = await rooms.get(replaced.id);
    for (const visitor of hearers()) {
      visitor.unsubscribe(replaced.id);
      if (!room) {
        watchers.left(visitor, replaced.id);
        continue;
      }
      const subscription = new Subscription(visitor.line, room, subscriptions);
      visitor.subscribe(subscription);
      // In the same epoch, so much was trimmed meanwhile that the old one could not follow.
      const reason = room.epoch === replaced.epoch ? "behind-retention" : "epoch-changed";
      const start = { kind: "snapshot", seq: room.position.head, reason } as const;
      subscription.run(start).catch((error: unknown) => failed("catch-up", error));
    }
  } catch {
    // Who has come to hear the new one by then, or is gone, is no hearer of this one any more.
    clock.setTimer(RETRY_MS, () => void hearAnew(replaced, parts));
  }
}

function heardBy({ subscriptions }: Visitor, room: Room): Subscription | undefined {
  const subscription = subscriptions.get(room.id);
  return subscription?.room === room ? subscription : undefined;
}

import type { Device } from "@rejoin/testkit";
import type { World } from "./world.js";

/** Whether everybody is level with the logs, and nothing that was given waits for its outcome. */
export function isConverged(world: World): boolean {
  return whyNotConverged(world) === null;
}

/** What is missing, in words; null where nothing is. */
export function whyNotConverged(world: World): string | null {
  // One that was told to go away while it stood still goes, and comes back, when it runs again.
  if (world.servers.some(({ isUp }) => !isUp)) return "a server is not up";
  for (const device of world.devices) {
    const why = whyNot(world, device);
    if (why !== null) return `${device.name} ${why}`;
  }
  return whyAway(world);
}

/** Everybody is connected, so everybody who sits somewhere is here. */
function whyAway({ truth }: World): string | null {
  for (const [id, { state }] of truth.rooms)
    for (const seat of state?.phase.kind === "closed" ? [] : (state?.seats ?? []))
      if (seat && seat.presence.kind !== "here") return `${seat.name} is ${seat.presence.kind} in ${id}`;
  return null;
}

function whyNot({ truth }: World, { page, rooms, outboxes, unsettled }: Device): string | null {
  if (!page) return "has no page";
  const connection = page.client.connection.get();
  if (connection.kind !== "live") return `is not connected: ${JSON.stringify(connection)}`;
  for (const [key, room] of rooms) {
    const { status, room: id, epoch, seq, pending } = room.view.get();
    if (status.kind === "refused") continue;
    const now = truth.room(id ?? "");
    const isLevel = epoch === now?.epoch && seq === now?.head;
    if (status.kind !== "live" || !isLevel || pending.length > 0)
      return `holds ${seq} of ${now?.head} in ${key} (${epoch} of ${now?.epoch}), is ${JSON.stringify(status)}, and waits for ${JSON.stringify(pending)}`;
  }
  if (outboxes.kept.length > 0) return `keeps ${JSON.stringify(outboxes.kept)}`;
  return unsettled === 0 ? null : `has not heard what became of ${unsettled} commands`;
}

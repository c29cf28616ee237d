import { type Device, outcomeOf, type RecordOf } from "@rejoin/testkit";
import type { World } from "./world.js";

/**
 * Records what became of the commands that pages left behind when they went, where no page shows it: one was given back to
 * its person, or it is in the log and nothing keeps it any more. What is neither was lost.
 */
export function settleForTheAbsent({ watch, truth, devices }: World): void {
  for (const [room, { code }] of truth.rooms)
    for (const device of devices) noteCode(watch, device, room, code);
  const settled = new Set(
    watch.records.flatMap((record) => (record.kind === "settled" ? record.command : [])),
  );
  const given = watch.records.filter((record) => record.kind === "given");
  for (const { room, client, command } of given) {
    const device = devices.find(({ name }) => client.startsWith(`${name}.`));
    if (settled.has(command) || !device) continue;
    const outcome = outcomeIn(device, command, (player) =>
      truth.room(room)?.events.find((event) => event.commandId === command && event.actor === player),
    );
    if (outcome) watch.record({ kind: "settled", room, client, command, outcome });
  }
}

/** A page that is gone before it was let in tells nobody by what it knew the room; a later one may go on with its commands. */
function noteCode(watch: World["watch"], { openedBy, page }: Device, room: string, code: string): void {
  const client = openedBy.get(code);
  if (client !== undefined && client !== page?.host.name)
    watch.record({ kind: "room-opened", client, room, by: "code" });
}

function outcomeIn(
  { player, outboxes, returned }: Device,
  command: string,
  find: (player: string) => { seq: number } | undefined,
): RecordOf<"settled">["outcome"] | null {
  const back = returned.find(({ commandId }) => commandId === command);
  if (back) return outcomeOf({ ok: false, refusal: back.refusal });
  const event = find(player);
  const isKept = outboxes.kept.some(({ commandId }) => commandId === command);
  return event && !isKept ? outcomeOf({ ok: true, seq: event.seq }) : null;
}

import type { CommandId } from "@rejoin/protocol";
import type { RoomView } from "@rejoin/sync";

/**
 * The commands of pages that are gone, which this one goes on with. Nobody on this page waits for their outcome, so it is
 * read off the view: accepted, or there among the events. One that goes without a trace was taken over by another page, or
 * was refused and is returned to its giver.
 */
export class InheritedCommands {
  readonly #followed = new Set<CommandId>();
  readonly #settled = new Set<CommandId>();

  /** @returns those that turned out to be in the log, with their numbers */
  changed(
    { pending, events }: RoomView,
    isGivenHere: (command: CommandId) => boolean,
  ): [CommandId, number][] {
    const done: [CommandId, number][] = [];
    for (const { commandId, status } of pending) {
      if (isGivenHere(commandId)) continue;
      if (status.kind === "accepted") done.push([commandId, status.seq]);
      else this.#followed.add(commandId);
    }
    const isPending = new Set(pending.map(({ commandId }) => commandId));
    for (const command of this.#followed) {
      if (isPending.has(command)) continue;
      const event = events.findLast(({ commandId }) => commandId === command);
      if (event) done.push([command, event.seq]);
      this.#followed.delete(command);
    }
    const settled = done.filter(([command]) => !this.#settled.has(command));
    for (const [command] of settled) this.#settled.add(command);
    return settled;
  }
}

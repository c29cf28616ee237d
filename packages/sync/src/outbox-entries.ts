import type { CommandId } from "@rejoin/protocol";
import type { Entry } from "./outbox-entry.js";
import type { PendingCommand } from "./views.js";

/** The commands of an outbox, in the order in which they are asked. What is gone over may change meanwhile. */
export class OutboxEntries {
  #all: readonly Entry[] = [];

  get all(): readonly Entry[] {
    return this.#all;
  }

  get pending(): readonly PendingCommand[] {
    return this.#all.map(({ pending }) => pending);
  }

  /** Those whose outcome is not known yet. */
  get open(): readonly Entry[] {
    return this.#all.filter(({ pending }) => pending.status.kind !== "accepted");
  }

  /** The one that is being asked. */
  get sent(): Entry | undefined {
    return this.#all.find(({ pending }) => pending.status.kind === "sent");
  }

  find(commandId: CommandId | undefined): Entry | undefined {
    return this.#all.find(({ pending }) => pending.commandId === commandId);
  }

  /** The first whose outcome is not known yet, of those that need not wait. */
  next(mustWait: (entry: Entry) => boolean): Entry | undefined {
    return this.open.find((entry) => !mustWait(entry));
  }

  add(entry: Entry): void {
    this.#all = [...this.#all, entry];
  }

  /**
   * Adds one of a page that is gone. It was given before whatever this page has not asked yet; of one page, some may come later
   * than what followed them.
   */
  insert(entry: Entry): void {
    const isLater = ({ asked, page, place }: Entry): boolean =>
      !asked || (page === entry.page && place > entry.place);
    const found = this.#all.findIndex(isLater);
    const at = found === -1 ? this.#all.length : found;
    this.#all = [...this.#all.slice(0, at), entry, ...this.#all.slice(at)];
  }

  remove(entry: Entry): void {
    this.#all = this.#all.filter((other) => other !== entry);
  }

  /** Drops those that were accepted as events up to `seq`: their effect is to be seen. */
  dropApplied(seq: number): void {
    this.#all = this.#all.filter(({ pending: { status } }) => status.kind !== "accepted" || status.seq > seq);
  }
}

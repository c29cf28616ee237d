import type { CommandId, PlayerId, Refusal } from "@rejoin/protocol";
import type { Claim, KeptCommand, OutboxStore } from "./outbox-store.js";

interface Share {
  player: PlayerId;
  /** The tab that it belongs to. */
  tab: object;
  command: KeptCommand;
}

/** What one browser would keep, in memory: for programs without a disk of their own, and for tests. */
export class MemoryOutboxes {
  readonly #kept = new Map<CommandId, Share>();
  readonly #living = new Set<object>();

  /** Everything that is kept, whoever it belongs to. */
  get kept(): readonly KeptCommand[] {
    return [...this.#kept.values()].map(({ command }) => command);
  }

  /** A tab of this browser. It ends with `release`, as a page does that is closed or that crashes. */
  tab(player: PlayerId): OutboxStore {
    const tab = {};
    return {
      claim: async () => this.#claim(player, tab),
      put: async (command) => {
        this.#kept.set(command.commandId, { player, tab, command: structuredClone(command) });
      },
      refuse: async (commandId, refusal) => this.#refuse(tab, commandId, refusal),
      remove: async (commandId) => {
        this.#kept.delete(commandId);
      },
      release: () => {
        this.#living.delete(tab);
      },
    };
  }

  #refuse(tab: object, commandId: CommandId, refusal: Refusal): boolean {
    const held = this.#kept.get(commandId);
    if (held?.tab !== tab) return false;
    held.command = { ...held.command, refusal };
    return true;
  }

  #claim(player: PlayerId, tab: object): Claim {
    this.#living.add(tab);
    const kept = [...this.#kept.values()].filter((held) => held.player === player);
    for (const held of kept) if (!this.#living.has(held.tab)) held.tab = tab;
    const commandOf = ({ command }: Share): KeptCommand => structuredClone(command);
    const share = kept.filter((held) => held.tab === tab).map(commandOf);
    const elsewhere = kept.filter((held) => held.tab !== tab).map(commandOf);
    return { share: share.sort((one, other) => one.place - other.place), elsewhere };
  }
}

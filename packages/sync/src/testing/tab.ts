import type { RoomCommand } from "@rejoin/protocol";
import type { Clock } from "../clock.js";
import type { KeptCommand, OutboxStore } from "../outbox-store.js";
import type { RoomHandle } from "../room-handle.js";
import { createSyncClient, type SyncClient } from "../sync-client.js";
import type { CommandOutcome, ReturnedCommand } from "../views.js";
import type { Connection, Wire } from "../wire.js";
import { ALICE, ROOM } from "./real-log.js";

export interface TabPorts {
  wire: Wire;
  clock: Clock;
  random: () => number;
  store: OutboxStore;
  newCommandId: () => string;
}

/** How long storage takes, in milliseconds; null where it fails. */
export type StorageFate = number | null;

/** One page of Alice's, from its opening to its end, on slow storage. Once it has ended, nothing of it moves any more. */
export class Tab {
  readonly outcomes = new Map<string, CommandOutcome>();
  readonly returned: ReturnedCommand[] = [];
  /** What it gave, in order, and what of it was certainly kept. */
  readonly given: string[] = [];
  readonly kept = new Set<string>();
  readonly client: SyncClient;
  readonly #ports: TabPorts;
  readonly #fates: StorageFate[];
  readonly #connections = new Set<Connection>();
  /** Null in the lobby. */
  readonly #room: RoomHandle | null;
  #hasEnded = false;
  /** Since when it has been shown; null while it is hidden. */
  #shownSince: number | null = null;

  /** @param isLobby whether it shows the lobby, and no room */
  constructor(ports: TabPorts, fates: StorageFate[], isLobby: boolean) {
    this.#ports = ports;
    this.#fates = fates;
    this.client = createSyncClient({
      wire: this.#wire(),
      player: ALICE,
      clock: this.#clock(),
      random: ports.random,
      newCommandId: () => this.#newCommandId(),
      outboxStore: this.#store(),
    });
    this.#room = isLobby ? null : this.client.openRoom(ROOM);
    this.show();
    this.client.returned.subscribe(() => this.#take());
  }

  /** For how long it has been shown, in milliseconds. */
  get shownFor(): number {
    return this.#shownSince === null ? 0 : this.#ports.clock.now() - this.#shownSince;
  }

  /** What it shows as being on its way. */
  get pending(): readonly string[] {
    return this.#room?.view.get().pending.map(({ commandId }) => commandId) ?? [];
  }

  /** Gives a command; from the lobby as a page does that is left at once. */
  async give(command: RoomCommand): Promise<void> {
    if (this.#shownSince === null) return;
    const room = this.#room ?? this.client.openRoom(ROOM);
    const outcome = room.send(command);
    if (!this.#room) room.release();
    const commandId = this.given.at(-1) ?? "";
    this.outcomes.set(commandId, await outcome);
  }

  show(): void {
    this.#shownSince ??= this.#ports.clock.now();
    this.client.start();
  }

  /** Put into the back-forward cache. */
  hide(): void {
    this.#shownSince = null;
    this.client.stop();
  }

  /** Hidden for good, as by a reload. */
  close(): void {
    this.client.stop();
    this.#hasEnded = true;
  }

  /** Gone without a word. The browser takes back its lock, and the server sees its connection end. */
  crash(): void {
    this.#hasEnded = true;
    for (const connection of this.#connections) connection.close();
    this.#ports.store.release();
  }

  #take(): void {
    for (const command of this.client.returned.get()) {
      this.returned.push(command);
      this.client.takeReturned(command.commandId);
    }
  }

  #newCommandId(): string {
    const commandId = this.#ports.newCommandId();
    this.given.push(commandId);
    return commandId;
  }

  #clock(): Clock {
    const { clock } = this.#ports;
    return {
      now: () => clock.now(),
      setTimer: (ms, fire) => clock.setTimer(ms, () => this.#hasEnded || fire()),
    };
  }

  #wire(): Wire {
    const ifAlive =
      <Told extends unknown[]>(tell: (...told: Told) => void) =>
      (...told: Told): void => {
        if (!this.#hasEnded) tell(...told);
      };
    return {
      open: (handlers) => {
        const connection = this.#ports.wire.open({
          opened: ifAlive(handlers.opened),
          heard: ifAlive(handlers.heard),
          closed: ifAlive(handlers.closed),
          refused: ifAlive(handlers.refused),
        });
        this.#connections.add(connection);
        return {
          close: () => connection.close(),
          request: (name, payload, answered) => connection.request(name, payload, ifAlive(answered)),
        };
      },
    };
  }

  #store(): OutboxStore {
    const { store } = this.#ports;
    return {
      claim: () => this.#slowly(() => store.claim()),
      put: (command) => this.#slowly(() => this.#put(command)),
      refuse: (commandId, refusal) => this.#slowly(() => store.refuse(commandId, refusal)),
      remove: (commandId) => this.#slowly(() => store.remove(commandId)),
      release: () => store.release(),
    };
  }

  async #put(command: KeptCommand): Promise<void> {
    await this.#ports.store.put(command);
    this.kept.add(command.commandId);
  }

  #slowly<Value>(work: () => Promise<Value>): Promise<Value> {
    const ms = this.#fates.length > 0 ? this.#fates.shift() : 1;
    return new Promise((resolve, reject) => {
      if (ms === null || ms === undefined) reject(new Error("The disk is full."));
      else this.#ports.clock.setTimer(ms, () => this.#hasEnded || work().then(resolve, reject));
    });
  }
}

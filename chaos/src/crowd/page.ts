import type { RoomCommand } from "@rejoin/protocol";
import {
  type CommandOutcome,
  createSyncClient,
  type RoomView,
  type SyncClient,
  type WantedRoom,
  type Wire,
} from "@rejoin/sync";
import { ClientRecorder, type RecordedRoom, type Recorder } from "@rejoin/testkit";
import type { Player } from "./player.js";

export interface PageParts {
  /** Unique within the run. */
  name: string;
  player: Player;
  recorder: Recorder;
  /** A wire for each life of the page; `recorded` lays the recorder over it. */
  wire: (recorded: (wire: Wire) => Wire) => Wire;
  fault: (what: string) => void;
  /** Of so many numbers that it held one is recorded with the state. */
  sampleEvery: number;
}

/**
 * A page that somebody has open: the product's own client, recorded. It can be loaded again, as a browser does: everything it
 * held is gone, except what its outbox kept.
 */
export class Page {
  readonly player: Player;
  readonly #parts: PageParts;
  readonly #keys = new Map<string, { key: string; room: RecordedRoom }>();
  /** Who waits for an outcome that this life of the page may not live to see. */
  readonly #waiting = new Set<() => void>();
  #lives = 0;
  #client: SyncClient;
  #recording: ClientRecorder;

  constructor(parts: PageParts) {
    this.#parts = parts;
    this.player = parts.player;
    [this.#client, this.#recording] = this.#load();
  }

  get isLive(): boolean {
    return this.#client.connection.get().kind === "live";
  }

  /** Holds a room from now on, over every life of the page. @param table whose room it is */
  hold(table: string, key: string): void {
    this.letGo(table);
    this.#keys.set(table, { key, room: this.#open(key) });
  }

  letGo(table: string): void {
    this.#keys.get(table)?.room.release();
    this.#keys.delete(table);
  }

  view(table: string): RoomView | null {
    return this.#keys.get(table)?.room.view.get() ?? null;
  }

  /** @returns the outcome; null where the page ended before it was known, or holds no room of that table */
  give(table: string, command: RoomCommand): Promise<CommandOutcome | null> {
    const room = this.#keys.get(table)?.room;
    if (!room) return Promise.resolve(null);
    return this.#unlessEnded(room.send(command));
  }

  /** Opens a room. @returns null where the page ended before it was there, or it was refused */
  async create(wanted: WantedRoom): Promise<{ room: string; code: string } | null> {
    const outcome = await this.#unlessEnded(this.#client.createRoom(wanted));
    return outcome?.ok ? outcome : null;
  }

  /** @returns how many commands were on their way, kept for the next life */
  reload(): number {
    const kept = [...this.#keys.values()].flatMap(({ room }) => room.view.get().pending);
    this.#end();
    [this.#client, this.#recording] = this.#load();
    for (const held of this.#keys.values()) held.room = this.#open(held.key);
    return kept.filter(({ isKept, status }) => isKept && status.kind !== "accepted").length;
  }

  /** What keeps it from being level with the logs, in words; empty when it is. */
  behind(heads: Readonly<Record<string, number>>): string[] {
    return [...this.#keys.values()].flatMap(({ key, room }) => {
      const { status, room: id, seq, pending } = room.view.get();
      const head = id === null ? undefined : heads[id];
      if (status.kind === "live" && seq === head && pending.length === 0) return [];
      const connection = this.#client.connection.get().kind;
      return [
        `${this.#parts.name} in ${id ?? key}: ${status.kind} at ${seq} of ${head}, ${pending.length} pending, ${connection}`,
      ];
    });
  }

  /** Records where it came to rest. */
  rest(): void {
    this.#recording.rest();
  }

  /** Goes for the day. It is expected to have come to rest before. */
  leave(): void {
    this.#client.stop();
  }

  #load(): [SyncClient, ClientRecorder] {
    const { name, player, recorder, wire, fault } = this.#parts;
    this.#lives += 1;
    const { id } = player.session.player;
    const recording = new ClientRecorder(recorder, {
      client: `${name}.${this.#lives}`,
      player: id,
      device: player.name,
    });
    const client = createSyncClient({
      wire: wire((kind) => recording.wire(kind)),
      player: id,
      outboxStore: player.outboxes.tab(id),
      onFault: (problem) => fault(`${name}: ${JSON.stringify(problem)}`),
    });
    client.start();
    client.openLobby();
    return [client, recording];
  }

  #open(key: string): RecordedRoom {
    return this.#recording.room(this.#client.openRoom(key), key, this.#parts.sampleEvery);
  }

  #end(): void {
    this.#client.stop();
    this.#recording.ended();
    for (const forget of [...this.#waiting]) forget();
  }

  #unlessEnded<Outcome>(coming: Promise<Outcome>): Promise<Outcome | null> {
    return new Promise((resolve) => {
      const forget = (): void => {
        this.#waiting.delete(forget);
        resolve(null);
      };
      this.#waiting.add(forget);
      void coming.then((outcome) => {
        this.#waiting.delete(forget);
        resolve(outcome);
      });
    });
  }
}

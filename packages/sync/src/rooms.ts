import { type CommandId, type RoomCommand, type RoomId, roomKey } from "@rejoin/protocol";
import type { KeptCommand } from "./outbox-store.js";
import type { RoomHandle } from "./room-handle.js";
import { RoomSync, type RoomSyncPorts } from "./room-sync.js";
import type { CommandOutcome } from "./views.js";
import type { ServerPacket } from "./wire.js";

type RoomPacket = Extract<ServerPacket, { name: "room:events" | "room:snapshot" | "room:heads" }>;

interface HeldRoom {
  key: string;
  sync: RoomSync;
  handle: RoomHandle;
  holders: number;
  stopLingering: () => void;
  /** Nobody holds it, and its time is up: it goes as soon as its commands are settled and its join is answered. */
  isLeaving: boolean;
}

/** A page that lets go of a room often takes it again at once. */
const LINGER_MS = 1_000;

/** The rooms that are held, each once, however many hold it. */
export class Rooms {
  readonly #ports: RoomSyncPorts;
  readonly #changed: () => void;
  readonly #held = new Set<HeldRoom>();
  #isConnected = false;

  /** @param changed called after each change of any room */
  constructor(ports: RoomSyncPorts, changed: () => void) {
    this.#ports = ports;
    this.#changed = changed;
  }

  get isEmpty(): boolean {
    return this.#held.size === 0;
  }

  /** @param given an id or a code, as people type it */
  open(given: string): RoomHandle {
    const parsed = roomKey.safeParse(given);
    const key = parsed.success ? parsed.data : given;
    const held = this.#find(key) ?? this.#hold(key);
    held.stopLingering();
    if (held.holders === 0) held.sync.shown();
    held.holders += 1;
    held.isLeaving = false;
    return held.handle;
  }

  /** Takes in commands of pages that are gone, in their rooms, which are held until every one has its outcome. */
  adopt(commands: readonly KeptCommand[]): void {
    for (const key of new Set(commands.map(({ room }) => room))) {
      const found = this.#find(key);
      const held = found ?? this.#hold(key);
      held.sync.adopt(commands.filter(({ room }) => room === key));
      if (!found) this.#letGo(held);
    }
  }

  /** @param share the commands that are still this page's */
  keepOnly(share: ReadonlySet<CommandId>): void {
    for (const { sync } of [...this.#held]) sync.keepOnly(share);
  }

  /** It is known whose the kept commands are, and what is this page's was adopted: goes on with them. */
  resume(): void {
    for (const { sync } of [...this.#held]) sync.resume();
  }

  /** How many commands wait for a connection. */
  get waiting(): number {
    const pending = [...this.#held].flatMap(({ sync }) => sync.view.get().pending);
    return pending.filter(({ status }) => status.kind === "waiting").length;
  }

  opened(): void {
    this.#isConnected = true;
    for (const { sync } of [...this.#held]) sync.opened();
  }

  lost(): void {
    this.#isConnected = false;
    for (const { sync } of [...this.#held]) sync.lost();
  }

  check(): void {
    for (const { sync } of [...this.#held]) sync.check();
  }

  heard(packet: RoomPacket): void {
    switch (packet.name) {
      case "room:events":
        for (const sync of this.#hearing(packet.payload.room)) sync.events(packet.payload, packet.received);
        break;
      case "room:snapshot":
        for (const sync of this.#hearing(packet.payload.room)) sync.snapshot(packet.payload, packet.received);
        break;
      case "room:heads":
        for (const [room, head] of Object.entries(packet.payload.heads)) {
          for (const sync of this.#hearing(room)) sync.heads(head);
        }
    }
  }

  #find(key: string): HeldRoom | undefined {
    return [...this.#held].find(
      (held) => held.key === key || held.sync.room === key || held.sync.view.get().state?.code === key,
    );
  }

  // One opened by id and one by code may turn out to be the same room: both hear it.
  #hearing(room: RoomId): RoomSync[] {
    return [...this.#held].map(({ sync }) => sync).filter((sync) => sync.room === room);
  }

  #hold(key: string): HeldRoom {
    const sync = new RoomSync(this.#ports, key, () => {
      this.#leaveWhenSettled(held);
      this.#changed();
    });
    const handle: RoomHandle = {
      view: sync.view,
      send: (command) => this.#send(held, command),
      seen: () => sync.seen(),
      dismissMissed: () => sync.dismissMissed(),
      release: () => this.#release(held),
    };
    const held: HeldRoom = { key, sync, handle, holders: 0, stopLingering: () => {}, isLeaving: false };
    this.#held.add(held);
    if (this.#isConnected) sync.opened();
    return held;
  }

  // Who has let go may still be about to say something: then the room is held again for as long as that takes.
  #send(given: HeldRoom, command: RoomCommand): Promise<CommandOutcome> {
    if (this.#held.has(given)) return given.sync.send(command);
    const held = this.#find(given.key) ?? this.#hold(given.key);
    const outcome = held.sync.send(command);
    if (held.holders === 0) this.#letGo(held);
    return outcome;
  }

  #release(held: HeldRoom): void {
    if (held.holders === 0) return;
    held.holders -= 1;
    if (held.holders > 0) return;
    held.sync.hidden();
    held.stopLingering = this.#ports.clock.setTimer(LINGER_MS, () => this.#letGo(held));
  }

  #letGo(held: HeldRoom): void {
    held.isLeaving = true;
    this.#leaveWhenSettled(held);
  }

  #leaveWhenSettled(held: HeldRoom): void {
    if (!held.isLeaving || !held.sync.isSettled || !this.#held.delete(held)) return;
    const { room, isJoined } = held.sync;
    held.sync.close();
    if (room === null || !isJoined || this.#hearing(room).length > 0) return;
    this.#ports.requests.request("room:leave", { room }, () => {});
  }
}

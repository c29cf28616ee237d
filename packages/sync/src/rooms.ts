import { type RoomId, roomKey } from "@rejoin/protocol";
import type { RoomHandle } from "./room-handle.js";
import { RoomSync, type RoomSyncPorts } from "./room-sync.js";
import type { ServerPacket } from "./wire.js";

type RoomPacket = Extract<ServerPacket, { name: "room:events" | "room:snapshot" | "room:heads" }>;

interface HeldRoom {
  key: string;
  sync: RoomSync;
  handle: RoomHandle;
  holders: number;
  stopLingering: () => void;
  /** Nobody holds it, and its time is up: it goes as soon as its commands are settled. */
  isLeaving: boolean;
}

/** A page that lets go of a room often takes it again at once. */
const LINGER_MS = 1_000;

/** The rooms that are held, each once, however many hold it. */
export class Rooms {
  readonly #ports: RoomSyncPorts;
  readonly #held = new Set<HeldRoom>();
  #isConnected = false;

  constructor(ports: RoomSyncPorts) {
    this.#ports = ports;
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
    const sync = new RoomSync(this.#ports, key, () => this.#leaveWhenSettled(held));
    const handle: RoomHandle = {
      view: sync.view,
      send: (command) => sync.send(command),
      seen: () => sync.seen(),
      dismissMissed: () => sync.dismissMissed(),
      release: () => this.#release(held),
    };
    const held: HeldRoom = { key, sync, handle, holders: 0, stopLingering: () => {}, isLeaving: false };
    this.#held.add(held);
    if (this.#isConnected) sync.opened();
    return held;
  }

  #release(held: HeldRoom): void {
    if (held.holders === 0) return;
    held.holders -= 1;
    if (held.holders > 0) return;
    held.sync.hidden();
    held.stopLingering = this.#ports.clock.setTimer(LINGER_MS, () => {
      held.isLeaving = true;
      this.#leaveWhenSettled(held);
    });
  }

  #leaveWhenSettled(held: HeldRoom): void {
    if (!held.isLeaving || !held.sync.isSettled || !this.#held.delete(held)) return;
    const { room, isJoined } = held.sync;
    held.sync.lost();
    if (room === null || !isJoined || this.#hearing(room).length > 0) return;
    this.#ports.requests.request("room:leave", { room }, () => {});
  }
}

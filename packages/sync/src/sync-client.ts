import type { CommandId } from "@rejoin/protocol";
import { type Clock, systemClock } from "./clock.js";
import { newCommandId } from "./command-id.js";
import { type CreationOutcome, Creations, type WantedRoom } from "./creations.js";
import { deviceOnline } from "./device-online.js";
import { Link, type LinkListener } from "./link.js";
import { LobbySync } from "./lobby-sync.js";
import type { Observable } from "./observable.js";
import type { Requests } from "./requests.js";
import type { RoomHandle } from "./room-handle.js";
import { Rooms } from "./rooms.js";
import type { ConnectionView, LobbyView } from "./views.js";
import type { Fault, ServerPacket, Wire } from "./wire.js";

/** The client that never misses an event. It runs in a browser and in Node. */
export interface SyncClient {
  readonly connection: Observable<ConnectionView>;
  readonly lobby: Observable<LobbyView>;
  /** Connects, and stays connected until `stop`. After a refusal it tries again. */
  start(): void;
  /** Leaves at once, as a page that is being hidden or unloaded. `start` comes back and catches up. */
  stop(): void;
  /** Looks at once whether the connection still lives and every head is current: the page is shown again, the network is back. */
  check(): void;
  /** Hears the lobby while at least one caller holds it. @returns how to let go */
  openLobby(): () => void;
  /** Holds a room, by id or code, while at least one caller holds it. The same handle for the same room. */
  openRoom(key: string): RoomHandle;
  /** Opens a new room; asked again with the same id until it is answered. Never rejects. */
  createRoom(wanted: WantedRoom): Promise<CreationOutcome>;
}

/** What the client needs of the world. All but the wire may be left out. */
export interface SyncClientOptions {
  wire: Wire;
  /** By default the time of this browser or process. */
  clock?: Clock;
  /** From 0 up to, not including, 1: spreads reconnections. By default `Math.random`. */
  random?: () => number;
  newCommandId?: () => CommandId;
  /** Whether the device has a network. By default what the browser says; elsewhere always true. */
  online?: Observable<boolean>;
  /** Hears of what should not happen and was survived. */
  onFault?: (fault: Fault) => void;
}

/** Wires the parts of the client: the only place that knows all of them. */
export function createSyncClient(options: SyncClientOptions): SyncClient {
  return new Client(options);
}

class Client implements SyncClient, LinkListener {
  readonly #link: Link;
  readonly #lobby: LobbySync;
  readonly #rooms: Rooms;
  readonly #creations: Creations;

  constructor(options: SyncClientOptions) {
    const { wire, clock = systemClock, random = Math.random, online = deviceOnline() } = options;
    this.#link = new Link({ wire, clock, random, online }, this);
    const requests: Requests = this.#link;
    const ports = { requests, clock, random, newCommandId: options.newCommandId ?? newCommandId };
    this.#lobby = new LobbySync(ports);
    this.#creations = new Creations(ports);
    this.#rooms = new Rooms({ ...ports, fault: options.onFault ?? (() => {}) });
    online.subscribe(() => this.check());
  }

  get connection(): Observable<ConnectionView> {
    return this.#link.view;
  }

  get lobby(): Observable<LobbyView> {
    return this.#lobby.view;
  }

  start(): void {
    this.#link.start();
  }

  stop(): void {
    this.#link.stop();
  }

  check(): void {
    this.#link.hurry();
    if (!this.#link.isOpen) return;
    this.#lobby.check();
    this.#rooms.check();
  }

  openLobby(): () => void {
    return this.#lobby.open();
  }

  openRoom(key: string): RoomHandle {
    return this.#rooms.open(key);
  }

  createRoom(wanted: WantedRoom): Promise<CreationOutcome> {
    return this.#creations.give(wanted);
  }

  opened(): void {
    this.#rooms.opened();
    this.#lobby.opened();
    this.#creations.opened();
  }

  lost(): void {
    this.#rooms.lost();
    this.#lobby.lost();
    this.#creations.lost();
  }

  heard(packet: ServerPacket): void {
    switch (packet.name) {
      case "room:events":
      case "room:snapshot":
      case "room:heads":
        this.#rooms.heard(packet);
        break;
      case "lobby:rooms":
      case "me:rooms":
        this.#lobby.heard(packet);
        break;
      // Meant for the link, which does not pass it on.
      case "server:draining":
        break;
    }
  }
}

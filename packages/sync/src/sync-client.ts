import { type CommandId, cleanText, type Invitation, type Player, type PlayerId } from "@rejoin/protocol";
import { type Clock, systemClock } from "./clock.js";
import { newCommandId } from "./command-id.js";
import { type CreationOutcome, Creations, type WantedRoom } from "./creations.js";
import { deviceOnline } from "./device-online.js";
import { InvitationSync } from "./invitation-sync.js";
import { Keeping } from "./keeping.js";
import { Link, type LinkListener } from "./link.js";
import { LobbySync } from "./lobby-sync.js";
import { type Observable, Variable } from "./observable.js";
import type { KeptCommand, OutboxStore } from "./outbox-store.js";
import type { Requests } from "./requests.js";
import type { RoomHandle } from "./room-handle.js";
import { Rooms } from "./rooms.js";
import type { ConnectionView, LobbyView, ReturnedCommand } from "./views.js";
import type { Fault, ServerPacket, Wire } from "./wire.js";

/** The client that never misses an event. It runs in a browser and in Node. */
export interface SyncClient {
  readonly connection: Observable<ConnectionView>;
  readonly lobby: Observable<LobbyView>;
  /** What this person is invited to, the newest first, as far as it is known. */
  readonly invitations: Observable<readonly Invitation[]>;
  /** How many commands wait for a connection, in all rooms. */
  readonly waiting: Observable<number>;
  /** Commands of pages that are gone, which were not done: to be told, given back and taken, the earliest first. */
  readonly returned: Observable<readonly ReturnedCommand[]>;
  /** Its giver knows: it is forgotten. */
  takeReturned(commandId: CommandId): void;
  /** Connects, and stays connected until `stop`. After a refusal it tries again. */
  start(): void;
  /**
   * Leaves at once, as a page that is being hidden or unloaded. `start` comes back and catches up. Meanwhile another tab may
   * go on with the commands that are kept.
   */
  stop(): void;
  /** Looks at once whether the connection still lives and every head is current: the page is shown again, the network is back. */
  check(): void;
  /** Hears the lobby while at least one caller holds it. @returns how to let go */
  openLobby(): () => void;
  /** Hears of invitations while at least one caller wants it. @returns how to let go */
  openInvitations(): () => void;
  /** Holds a room, by id or code, while at least one caller holds it. The same handle for the same room. */
  openRoom(key: string): RoomHandle;
  /** Opens a new room; asked again with the same id until it is answered. Never rejects. */
  createRoom(wanted: WantedRoom): Promise<CreationOutcome>;
  /**
   * Finds a table of a game at which somebody waits, or opens one; asked again with the same id until it is answered. No
   * seat is taken: where somebody was faster, call it again. Never rejects.
   */
  quickPlay(game: string): Promise<CreationOutcome>;
  /**
   * Who is in the lobby, or was there lately, to be invited. Null where there is no answer: ask again when there is a
   * connection.
   *
   * @param name what their names contain; left out, or without anything that can be seen, it is anybody
   */
  peopleInLobby(name?: string): Promise<readonly Player[] | null>;
}

/** What the client needs of the world. All but the first two may be left out. */
export interface SyncClientOptions {
  wire: Wire;
  /** Who this client speaks for. Another person needs another client. */
  player: PlayerId;
  /** Where commands outlive this client. Left out, they last as long as it does. */
  outboxStore?: OutboxStore;
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
  readonly #invitations: InvitationSync;
  readonly #rooms: Rooms;
  readonly #creations: Creations;
  readonly #keeping: Keeping;
  readonly #waiting = new Variable(0);
  readonly #returned = new Variable<readonly ReturnedCommand[]>([]);

  constructor(options: SyncClientOptions) {
    const { wire, clock = systemClock, random = Math.random, online = deviceOnline() } = options;
    this.#link = new Link({ wire, clock, random, online }, this);
    const requests: Requests = this.#link;
    const fault = options.onFault ?? (() => {});
    this.#keeping = new Keeping(
      { store: options.outboxStore, clock, fault },
      {
        claimed: (share, isMine) => this.#claimed(share, isMine),
        unclaimed: () => this.#rooms.resume(),
      },
    );
    const ports = { requests, clock, random, newCommandId: options.newCommandId ?? newCommandId };
    this.#lobby = new LobbySync(ports);
    this.#invitations = new InvitationSync(ports);
    this.#creations = new Creations(ports);
    const { player } = options;
    const returned = (command: ReturnedCommand) => this.#returned.update((held) => [...held, command]);
    this.#rooms = new Rooms({ ...ports, player, keeping: this.#keeping, fault, returned }, () =>
      this.#waiting.set(this.#rooms.waiting),
    );
    online.subscribe(() => this.check());
  }

  get connection(): Observable<ConnectionView> {
    return this.#link.view;
  }

  get lobby(): Observable<LobbyView> {
    return this.#lobby.view;
  }

  get invitations(): Observable<readonly Invitation[]> {
    return this.#invitations.view;
  }

  get waiting(): Observable<number> {
    return this.#waiting;
  }

  get returned(): Observable<readonly ReturnedCommand[]> {
    return this.#returned;
  }

  takeReturned(commandId: CommandId): void {
    this.#returned.update((held) => held.filter((command) => command.commandId !== commandId));
    this.#keeping.forget(commandId);
  }

  start(): void {
    this.#keeping.start();
    this.#link.start();
  }

  stop(): void {
    this.#link.stop();
    this.#keeping.stop();
  }

  check(): void {
    this.#keeping.claim();
    this.#link.hurry();
    if (!this.#link.isOpen) return;
    this.#lobby.check();
    this.#rooms.check();
  }

  openLobby(): () => void {
    return this.#lobby.open();
  }

  openInvitations(): () => void {
    return this.#invitations.open();
  }

  openRoom(key: string): RoomHandle {
    return this.#rooms.open(key);
  }

  createRoom(wanted: WantedRoom): Promise<CreationOutcome> {
    return this.#creations.give(wanted);
  }

  quickPlay(game: string): Promise<CreationOutcome> {
    return this.#creations.quickPlay(game);
  }

  peopleInLobby(name = ""): Promise<readonly Player[] | null> {
    const wanted = cleanText(name);
    return new Promise((resolve) => {
      this.#link.request("lobby:people", wanted ? { name: wanted } : {}, (answer) =>
        resolve(answer.ok === true ? answer.people : null),
      );
    });
  }

  #claimed(share: readonly KeptCommand[], isMine: (id: CommandId) => boolean): void {
    this.#rooms.keepOnly(new Set(share.map(({ commandId }) => commandId)));
    const left = share.filter((command) => !isMine(command.commandId) && this.#keeping.adopt(command));
    for (const { commandId, room, command, refusal } of left)
      if (refusal) this.#returned.update((held) => [...held, { commandId, room, command, refusal }]);
    this.#rooms.adopt(left.filter(({ refusal }) => !refusal));
    this.#rooms.resume();
  }

  opened(): void {
    this.#keeping.claim();
    this.#rooms.opened();
    this.#lobby.opened();
    this.#invitations.opened();
    this.#creations.opened();
  }

  lost(): void {
    this.#rooms.lost();
    this.#lobby.lost();
    this.#invitations.lost();
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
      case "me:invitations":
        this.#invitations.heard(packet.payload.invitations);
        break;
      // Meant for the link, which does not pass it on.
      case "server:draining":
        break;
    }
  }
}

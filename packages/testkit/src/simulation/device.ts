import type { PlayerId, RoomCommand, RoomId } from "@rejoin/protocol";
import {
  type CommandOutcome,
  createSyncClient,
  type Fault,
  MemoryOutboxes,
  type OutboxStore,
  type ReturnedCommand,
  type RoomHandle,
  type SyncClient,
  Variable,
  type WantedRoom,
} from "@rejoin/sync";
import { ClientRecorder } from "../history/client-recorder.js";
import type { RecordedRoom } from "../history/recorded-room.js";
import type { Recorder } from "../history/recorder.js";
import type { Coverage } from "./coverage.js";
import { Host } from "./host.js";
import type { SeededRandom } from "./seeded-random.js";
import type { Timeline } from "./timeline.js";
import type { Plug, VirtualNetwork } from "./virtual-network.js";
import { virtualWire } from "./virtual-wire.js";

export interface DevicePorts {
  timeline: Timeline;
  network: VirtualNetwork;
  recorder: Recorder;
  random: SeededRandom;
  coverage: Coverage;
  /** Whether an older copy took the place of a room's log: then, and only then, may a client find it shorter. */
  wasReplaced: (room: RoomId) => boolean;
  /** Hears of what a client must never come across. */
  wrong: (what: string) => void;
}

/** Of so many numbers one is recorded with the state held at it: making digests of states is much of a run's work. */
const SAMPLE_EVERY = 3;

/** A page that is open: a client as the browser runs it. */
export interface Page {
  host: Host;
  plug: Plug;
  online: Variable<boolean>;
  store: OutboxStore;
  client: SyncClient;
  recording: ClientRecorder;
  rooms: PageRoom[];
}

interface PageRoom {
  key: string;
  handle: RoomHandle;
  recorded: RecordedRoom;
  isOpen: boolean;
}

/** A room as somebody knows it who has opened it. */
export interface OpenedRoom {
  id: string;
  code: string;
}

/** Somebody's browser, with one page at a time, and a disk that outlives the pages. */
export class Device {
  readonly name: string;
  readonly player: PlayerId;
  readonly outboxes = new MemoryOutboxes();
  /** Commands of pages that live, and have no outcome yet. */
  unsettled = 0;
  /** Commands of pages that are gone, which were not done: what the person was told of. */
  readonly returned: ReturnedCommand[] = [];
  /** What rooms were opened by, and on which page first. */
  readonly openedBy = new Map<string, string>();
  readonly #ports: DevicePorts;
  #page: Page | null = null;
  #pages = 0;

  constructor(name: string, player: PlayerId, ports: DevicePorts) {
    this.name = name;
    this.player = player;
    this.#ports = ports;
  }

  get page(): Page | null {
    return this.#page;
  }

  /** Opens a page, unless one is open. */
  open(): Page {
    this.#page ??= this.#load();
    return this.#page;
  }

  /** The page is gone, as by a crash of its tab: nobody asks it whether it is ready. */
  close(): void {
    const page = this.#page;
    if (!page) return;
    this.#page = null;
    this.unsettled = 0;
    if (this.outboxes.kept.length > 0) this.#ports.coverage.count("outbox left behind by a page");
    page.recording.ended();
    page.host.die();
    page.store.release();
  }

  /** Wants a new room. @param opened called when there is one, unless the page is gone by then */
  create(wanted: WantedRoom, opened: (room: OpenedRoom) => void): void {
    const page = this.#page;
    if (!page) return;
    this.unsettled += 1;
    void page.client.createRoom(wanted).then((outcome) => {
      if (page !== this.#page) return;
      this.unsettled -= 1;
      if (outcome.ok) opened({ id: outcome.room, code: outcome.code });
    });
  }

  /** Opens a room on the page, unless it is open. */
  enter(key: string): void {
    const page = this.#page;
    if (!page || page.rooms.some((room) => room.isOpen && room.key === key)) return;
    if (!this.openedBy.has(key)) this.openedBy.set(key, page.host.name);
    const handle = page.client.openRoom(key);
    // A client that still holds a room that was let go a moment ago, or in which commands wait, has forgotten nothing.
    const held = page.rooms.find((room) => room.handle === handle);
    if (held) held.isOpen = true;
    else
      page.rooms.push({
        key,
        handle,
        recorded: page.recording.room(handle, key, SAMPLE_EVERY),
        isOpen: true,
      });
  }

  letGo(key: string): void {
    const room = this.#page?.rooms.find((one) => one.isOpen && one.key === key);
    if (!room) return;
    room.isOpen = false;
    room.handle.release();
  }

  /** The rooms that are open on the page, by what they were opened by. */
  get rooms(): [key: string, room: RecordedRoom][] {
    return (this.#page?.rooms ?? []).flatMap(({ key, recorded, isOpen }) =>
      isOpen ? [[key, recorded]] : [],
    );
  }

  /** Records where the page came to rest. */
  rest(): void {
    for (const { recorded, isOpen } of this.#page?.rooms ?? [])
      if (!isOpen || recorded.view.get().status.kind === "refused") recorded.release();
    this.#page?.recording.rest();
  }

  give(room: RecordedRoom, command: RoomCommand): void {
    this.unsettled += 1;
    const page = this.#page;
    void room.send(command).then((outcome) => {
      if (page === this.#page) this.unsettled -= 1;
      this.#count(command, outcome);
    });
  }

  #count({ type }: RoomCommand, outcome: CommandOutcome): void {
    this.#ports.coverage.count(outcome.ok ? `accepted: ${type}` : `refused: ${outcome.refusal.code}`);
  }

  #load(): Page {
    const { timeline, network, recorder, coverage, wrong } = this.#ports;
    const name = `${this.name}.${++this.#pages}`;
    const random = this.#ports.random.fork(name);
    const host = new Host(timeline, name);
    const plug: Plug = { host, player: this.player, isOut: false };
    const online = new Variable(true);
    const recording = new ClientRecorder(recorder, { client: name, player: this.player, device: this.name });
    const store = this.outboxes.tab(this.player);
    if (this.outboxes.kept.length > 0) coverage.count("page found an outbox");
    const client = createSyncClient({
      wire: recording.wire(virtualWire(network, plug, (why) => wrong(`${name} cannot read ${why}`))),
      player: this.player,
      outboxStore: store,
      clock: host.clock,
      random: random.next,
      newCommandId: () => random.digits(16),
      online,
      onFault: (fault) => this.#fault(name, fault),
    });
    recording.follow(client.returned);
    client.returned.subscribe(() => this.#takeReturned(client));
    client.start();
    return { host, plug, online, store, client, recording, rooms: [] };
  }

  #fault(client: string, fault: Fault): void {
    const { coverage, wasReplaced, wrong } = this.#ports;
    if (fault.kind === "log-replaced" && wasReplaced(fault.room))
      coverage.count("client found the log replaced");
    else wrong(`${client} reports ${JSON.stringify(fault)}`);
  }

  /** The person reads why it was not done. */
  #takeReturned(client: SyncClient): void {
    const [first] = client.returned.get();
    if (!first) return;
    this.#ports.coverage.count("command of a page that is gone was given back");
    this.returned.push(first);
    client.takeReturned(first.commandId);
  }
}

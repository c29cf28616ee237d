import type { RoomSummary } from "@rejoin/protocol";
import type { Append, KnownCommand, LogPage, NewEvent } from "./event-log.js";
import { mint } from "./mint.js";
import type { Recorded } from "./recorded.js";
import { type Kept, TRIMMED_AT_ONCE } from "./retention.js";
import {
  OLD_SNAPSHOTS_APART,
  type Snapshot,
  type SnapshotSpacing,
  type SnapshotTaken,
} from "./snapshot-store.js";

/** One room of the log in memory. */
export class MemoryRoom {
  readonly code: string;
  readonly creator: string;
  /** The first event, and the command that opened it. */
  readonly opening: NewEvent;
  epoch: string;
  wakeAt: number | null;
  /** What lists show of it. */
  summary: RoomSummary;
  /** When that last changed, in ticks. */
  listedAt: number;
  #events: Recorded[] = [];
  #commands = new Map<string, KnownCommand>();
  #snapshots: (Snapshot & { version: number })[] = [];
  #first = 1;

  constructor(
    room: Pick<MemoryRoom, "code" | "creator" | "opening" | "epoch" | "wakeAt" | "summary" | "listedAt">,
  ) {
    this.code = room.code;
    this.creator = room.creator;
    this.opening = room.opening;
    this.epoch = room.epoch;
    this.wakeAt = room.wakeAt;
    this.summary = room.summary;
    this.listedAt = room.listedAt;
  }

  get head(): number {
    return this.#first - 1 + this.#events.length;
  }

  /** The oldest number that is kept. */
  get first(): number {
    return this.#first;
  }

  /** Whether quick play opened it. */
  get isQuick(): boolean {
    const { event } = this.opening;
    return event.type === "room-created" && event.data.quick !== undefined;
  }

  get isClosed(): boolean {
    return this.#events.some(({ type }) => type === "room-closed");
  }

  /** When the last event was recorded, in milliseconds since 1970. */
  get lastAt(): number {
    return this.#events.at(-1)?.at ?? 0;
  }

  add(events: Append["events"]): Recorded[] {
    const recorded = events.map((event, index) => mint(this.head + 1 + index, event));
    events.forEach(({ actor, commandId, commandDigest }, index) => {
      const seq = recorded[index]?.seq ?? 0;
      this.#commands.set(keyOf({ actor, commandId }), { actor, commandId, commandDigest, seq });
    });
    this.#events.push(...recorded);
    return recorded;
  }

  page(after: number, limit: number): LogPage {
    const from = after - this.#first + 1;
    const events = from < 0 ? [] : this.#events.slice(from, from + limit);
    return { epoch: this.epoch, head: this.head, first: this.#first, events };
  }

  commands(wanted: readonly { actor: string; commandId: string }[]): KnownCommand[] {
    return wanted.flatMap((command) => this.#commands.get(keyOf(command)) ?? []);
  }

  newestSnapshot(atMost: number, version: number): Snapshot | null {
    const usable = this.#snapshotsOf(version).filter(({ seq }) => seq <= Math.min(atMost, this.head));
    const newest = usable.at(-1);
    return newest ? { seq: newest.seq, state: newest.state } : null;
  }

  storeSnapshot(taken: SnapshotTaken, { apart, reach }: SnapshotSpacing): boolean {
    const { epoch, seq, version, state, last } = taken;
    const event = this.#events[seq - this.#first];
    if (epoch !== this.epoch || event?.actor !== last.actor || event.commandId !== last.commandId)
      return false;
    const others = this.#snapshotsOf(version);
    if (others.some((other) => other.seq > seq - apart)) return false;
    const oldest = others.findLast((other) => other.seq <= seq - reach)?.seq ?? 0;
    const old = earliestOfEach(
      others.filter((other) => other.seq < oldest && other.seq >= this.#first - 1),
      OLD_SNAPSHOTS_APART,
    );
    const near = this.#snapshots.filter((other) => other.seq >= oldest);
    this.#snapshots = [...old, ...near, { seq, version, state }];
    return true;
  }

  trim({ events, since, version }: Kept): void {
    const snapshots = this.#snapshotsOf(version);
    const newest = snapshots.at(-1)?.seq ?? 0;
    const most = Math.min(this.head - events, newest, this.#first - 1 + TRIMMED_AT_ONCE);
    const old = this.#events.findLast(({ seq, at }) => seq <= most && at < since)?.seq ?? 0;
    const whole = old === this.#first - 1 + TRIMMED_AT_ONCE ? old : 0;
    const cut = snapshots.findLast(({ seq }) => seq >= this.#first && seq <= old)?.seq ?? whole;
    if (cut < this.#first) return;
    this.#keep(({ seq }) => seq > cut);
    this.#first = cut + 1;
  }

  /** The same room, that goes its own way from now on. */
  copy(): MemoryRoom {
    const copy = new MemoryRoom(this);
    copy.#events = [...this.#events];
    copy.#commands = new Map(this.#commands);
    copy.#snapshots = this.#snapshots;
    copy.#first = this.#first;
    return copy;
  }

  /** Forgets the newest events, as restoring an old copy does. */
  rewind(head: number): void {
    this.#keep(({ seq }) => seq <= head);
  }

  renewEpoch(epoch: string): void {
    this.epoch = epoch;
    this.#snapshots = this.#snapshots.filter(({ seq }) => seq <= this.head);
  }

  #keep(isKept: (one: { seq: number }) => boolean): void {
    this.#events = this.#events.filter(isKept);
    this.#commands = new Map([...this.#commands].filter(([, command]) => isKept(command)));
  }

  #snapshotsOf(version: number) {
    return this.#snapshots.filter((snapshot) => snapshot.version === version);
  }
}

/** Of snapshots in their order the first in every so many numbers. */
function earliestOfEach<Taken extends Snapshot>(snapshots: readonly Taken[], apart: number): Taken[] {
  const earliest = new Map<number, Taken>();
  for (const snapshot of snapshots) {
    const stretch = Math.floor(snapshot.seq / apart);
    if (!earliest.has(stretch)) earliest.set(stretch, snapshot);
  }
  return [...earliest.values()];
}

function keyOf({ actor, commandId }: { actor: string; commandId: string }): string {
  return `${actor} ${commandId}`;
}

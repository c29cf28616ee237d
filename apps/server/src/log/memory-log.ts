import { randomUUID } from "node:crypto";
import type { RoomId, RoomSummary } from "@rejoin/protocol";
import type {
  Append,
  AppendResult,
  CommandLookup,
  EventLog,
  LogEnds,
  LogPage,
  Opening,
  OpenResult,
} from "./event-log.js";
import { MemoryRoom } from "./memory-room.js";
import type { Kept } from "./retention.js";
import type { Snapshot, SnapshotSpacing, SnapshotTaken } from "./snapshot-store.js";

/** The log in memory, with the behaviour of the one in Postgres and without its durability. For simulations and tests of rooms. */
export class MemoryLog implements EventLog {
  #rooms = new Map<RoomId, MemoryRoom>();
  readonly #newEpoch: () => string;
  #ticks = 0;

  /** @param newEpoch names a new life of a log; of a simulation it must be the same in every run */
  constructor(newEpoch: () => string = randomUUID) {
    this.#newEpoch = newEpoch;
  }

  async open(wanted: Opening): Promise<OpenResult> {
    const { room, code, epoch, creator, first, summary, wakeAt } = wanted;
    for (const [id, held] of this.#rooms) {
      if (held.creator !== creator || held.opening.commandId !== first.commandId) continue;
      return { kind: "known", room: id, code: held.code, commandDigest: held.opening.commandDigest };
    }
    // Nothing is awaited between looking and opening: two that open at once must see each other.
    const met = this.#roomToMeetIn(wanted);
    if (met) return { kind: "meets", room: met[0], code: met[1].code };
    if (this.#idOf(code) !== null || this.#rooms.has(room)) return { kind: "code-taken" };
    const listedAt = this.#tick();
    const opened = new MemoryRoom({ code, epoch, creator, opening: first, summary, wakeAt, listedAt });
    this.#rooms.set(room, opened);
    opened.add([first]);
    return { kind: "opened" };
  }

  async append({ room, epoch, expectedHead, events, change, wakeAt }: Append): Promise<AppendResult> {
    const held = this.#rooms.get(room);
    if (!held) return { kind: "conflict" };
    const known = held.commands(events);
    if (known.length > 0) return { kind: "known", commands: known };
    if (held.epoch !== epoch || held.head !== expectedHead) return { kind: "conflict" };
    if (wakeAt !== undefined) held.wakeAt = wakeAt;
    if (change) {
      held.listedAt = this.#tick();
      held.summary = change.summary;
    }
    return { kind: "appended", events: held.add(events) };
  }

  async read(room: RoomId, after: number, limit: number): Promise<LogPage | null> {
    return this.#rooms.get(room)?.page(after, limit) ?? null;
  }

  async findCommand(room: RoomId, actor: string, commandId: string): Promise<CommandLookup | null> {
    const held = this.#rooms.get(room);
    if (!held) return null;
    const [command = null] = held.commands([{ actor, commandId }]);
    return { epoch: held.epoch, head: held.head, command };
  }

  async locate(code: string): Promise<RoomId | null> {
    return this.#idOf(code);
  }

  async endsOf(room: RoomId): Promise<LogEnds | null> {
    const held = this.#rooms.get(room);
    return held ? { epoch: held.epoch, head: held.head, first: held.first } : null;
  }

  async heads(rooms: readonly RoomId[]): Promise<ReadonlyMap<RoomId, number>> {
    return new Map(
      rooms.flatMap((id) => {
        const held = this.#rooms.get(id);
        return held ? [[id, held.head] as const] : [];
      }),
    );
  }

  async claimDue(now: number, forMs: number, limit: number): Promise<readonly RoomId[]> {
    const due = [...this.#rooms]
      .filter(([, { wakeAt }]) => wakeAt !== null && wakeAt <= now)
      .sort(([, one], [, other]) => (one.wakeAt ?? 0) - (other.wakeAt ?? 0))
      .slice(0, limit);
    for (const [, room] of due) room.wakeAt = now + forMs;
    return due.map(([id]) => id);
  }

  async wakeLater(room: RoomId, head: number, at: number): Promise<void> {
    const held = this.#rooms.get(room);
    if (held?.head === head && held.wakeAt !== null) held.wakeAt = Math.max(held.wakeAt, at);
  }

  async openRooms(limit: number): Promise<readonly RoomId[]> {
    return [...this.#rooms]
      .filter(([, { isClosed }]) => !isClosed)
      .sort(([, one], [, other]) => other.listedAt - one.listedAt)
      .map(([id]) => id)
      .slice(0, limit);
  }

  async newestSnapshot(room: RoomId, atMost: number, version: number): Promise<Snapshot | null> {
    return this.#rooms.get(room)?.newestSnapshot(atMost, version) ?? null;
  }

  async storeSnapshot(room: RoomId, taken: SnapshotTaken, spacing: SnapshotSpacing): Promise<boolean> {
    return this.#rooms.get(room)?.storeSnapshot(taken, spacing) ?? false;
  }

  async trim(room: RoomId, kept: Kept): Promise<void> {
    this.#rooms.get(room)?.trim(kept);
  }

  async purgeClosed(before: number, limit: number): Promise<number> {
    const old = [...this.#rooms]
      .filter(([, { isClosed, lastAt }]) => isClosed && lastAt < before)
      .sort(([, one], [, other]) => one.lastAt - other.lastAt)
      .slice(0, limit);
    for (const [id] of old) this.#rooms.delete(id);
    return old.length;
  }

  async wentBack(room: RoomId, epoch: string, head: number): Promise<void> {
    const held = this.#rooms.get(room);
    if (held?.epoch === epoch && held.head < head) held.renewEpoch(this.#newEpoch());
  }

  /**
   * Takes a copy of all that is kept.
   *
   * @returns how to put it back, any number of times: every room that is in it begins a new epoch then, and is returned
   */
  copy(): () => ReadonlyMap<RoomId, Pick<MemoryRoom, "epoch" | "head">> {
    const copy = copyOf(this.#rooms);
    return () => {
      this.#rooms = copyOf(copy);
      for (const room of this.#rooms.values()) room.renewEpoch(this.#newEpoch());
      return this.#rooms;
    };
  }

  /** Takes the log of a room back to an earlier number, as restoring an old copy of a database does. */
  rewind(room: RoomId, head: number): void {
    this.#rooms.get(room)?.rewind(head);
  }

  #roomToMeetIn({ first, summary, meetWithinMs }: Opening): [RoomId, MemoryRoom] | undefined {
    if (meetWithinMs === undefined) return undefined;
    const since = first.at - meetWithinMs;
    return [...this.#rooms].find(
      ([, room]) => room.isQuick && room.opening.at > since && waitsFor(room.summary, summary.game),
    );
  }

  #idOf(code: string): RoomId | null {
    for (const [id, held] of this.#rooms) if (held.code === code) return id;
    return null;
  }

  #tick(): number {
    this.#ticks += 1;
    return this.#ticks;
  }
}

function waitsFor({ game, phase, visibility, seats }: RoomSummary, wanted: string): boolean {
  return game === wanted && phase === "gathering" && visibility === "public" && seats.includes(null);
}

function copyOf(rooms: ReadonlyMap<RoomId, MemoryRoom>): Map<RoomId, MemoryRoom> {
  return new Map([...rooms].map(([id, room]) => [id, room.copy()]));
}

import type { RoomId } from "@rejoin/protocol";
import type {
  Append,
  AppendResult,
  EventLog,
  KnownCommand,
  LogPage,
  Opening,
  OpenResult,
} from "./event-log.js";
import { mint } from "./mint.js";
import type { Recorded } from "./recorded.js";

/** The log in memory, with the behaviour of the one in Postgres and without its durability. For simulations and tests of rooms. */
export class MemoryLog implements EventLog {
  readonly #rooms = new Map<RoomId, MemoryRoom>();
  #ticks = 0;

  async open({ room, code, epoch, creator, first, wakeAt }: Opening): Promise<OpenResult> {
    for (const [id, held] of this.#rooms) {
      if (held.creator !== creator || held.events[0]?.commandId !== first.commandId) continue;
      return {
        kind: "known",
        room: id,
        code: held.code,
        commandDigest: held.commands[0]?.commandDigest ?? "",
      };
    }
    // Nothing is awaited between looking and opening: two that open at once must see each other.
    if (this.#idOf(code) !== null || this.#rooms.has(room)) return { kind: "code-taken" };
    const opened: MemoryRoom = {
      code,
      epoch,
      creator,
      wakeAt,
      listedAt: this.#tick(),
      events: [],
      commands: [],
    };
    this.#rooms.set(room, opened);
    add(opened, [first]);
    return { kind: "opened" };
  }

  async append({ room, expectedHead, events, change, wakeAt }: Append): Promise<AppendResult> {
    const held = this.#rooms.get(room);
    if (!held) return { kind: "conflict" };
    const known = held.commands.filter((command) =>
      events.some(({ actor, commandId }) => actor === command.actor && commandId === command.commandId),
    );
    if (known.length > 0) return { kind: "known", commands: known };
    if (held.events.length !== expectedHead) return { kind: "conflict" };
    if (wakeAt !== undefined) held.wakeAt = wakeAt;
    if (change) held.listedAt = this.#tick();
    return { kind: "appended", events: add(held, events) };
  }

  async read(room: RoomId, after: number, limit: number): Promise<LogPage | null> {
    const held = this.#rooms.get(room);
    return held
      ? { epoch: held.epoch, head: held.events.length, events: held.events.slice(after, after + limit) }
      : null;
  }

  async findCommand(room: RoomId, actor: string, commandId: string): Promise<KnownCommand | null> {
    return (
      this.#rooms
        .get(room)
        ?.commands.find((command) => command.actor === actor && command.commandId === commandId) ?? null
    );
  }

  async locate(code: string): Promise<RoomId | null> {
    return this.#idOf(code);
  }

  async heads(rooms: readonly RoomId[]): Promise<ReadonlyMap<RoomId, number>> {
    return new Map(
      rooms.flatMap((id) =>
        this.#rooms.has(id) ? [[id, this.#rooms.get(id)?.events.length ?? 0] as const] : [],
      ),
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

  async openRooms(limit: number): Promise<readonly RoomId[]> {
    return [...this.#rooms]
      .filter(([, { events }]) => !events.some(({ type }) => type === "room-closed"))
      .sort(([, one], [, other]) => other.listedAt - one.listedAt)
      .map(([id]) => id)
      .slice(0, limit);
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

interface MemoryRoom {
  code: string;
  epoch: string;
  creator: string;
  wakeAt: number | null;
  /** When what lists show of it last changed, in ticks. */
  listedAt: number;
  events: Recorded[];
  commands: KnownCommand[];
}

function add(room: MemoryRoom, events: Append["events"]): Recorded[] {
  const recorded = events.map((event, index) => mint(room.events.length + 1 + index, event));
  events.forEach(({ actor, commandId, commandDigest }, index) => {
    room.commands.push({ actor, commandId, commandDigest, seq: recorded[index]?.seq ?? 0 });
  });
  room.events.push(...recorded);
  return recorded;
}

import { type RecordedEvent, ROOM_ACTOR, type RoomId } from "@rejoin/protocol";
import type { Coverage, Recorder, TrueRoom, Truth } from "@rejoin/testkit";
import type { Append, AppendResult, NewEvent, Opening, OpenResult } from "../log/event-log.js";
import { MemoryLog } from "../log/memory-log.js";
import type { ReadModels } from "./read-models.js";

export interface ObservedLogPorts {
  truth: Truth;
  recorder: Recorder;
  readModels: ReadModels;
  coverage: Coverage;
  wrong: (what: string) => void;
}

/** The log in memory, with everything that is committed told to those who judge, and to the lists, in the same moment. */
export class ObservedLog extends MemoryLog {
  readonly #ports: ObservedLogPorts;

  constructor(ports: ObservedLogPorts, newEpoch: () => string) {
    super(newEpoch);
    this.#ports = ports;
  }

  override async open(opening: Opening): Promise<OpenResult> {
    const result = await super.open(opening);
    const { truth, readModels, coverage } = this.#ports;
    coverage.count(`open: ${result.kind}`);
    if (result.kind !== "opened") return result;
    const { room, epoch, code, first, summary, creator } = opening;
    truth.opened(room, epoch, code);
    readModels.changed({ summary, toMove: [], owners: new Map([[creator, true]]), guests: new Map() });
    this.#committed(room, epoch, [recordedFrom(first)]);
    return result;
  }

  override async append(append: Append): Promise<AppendResult> {
    const result = await super.append(append);
    const { coverage, readModels } = this.#ports;
    const byRoom = append.events.every(({ actor }) => actor === "room");
    coverage.count(`append: ${result.kind}${byRoom && result.kind !== "appended" ? " of what was due" : ""}`);
    if (result.kind === "conflict" && this.#ports.truth.room(append.room)?.epoch !== append.epoch)
      coverage.count("append: conflict with another epoch");
    if (result.kind !== "appended") return result;
    if (append.change) readModels.changed(append.change);
    this.#committed(append.room, append.epoch, result.events);
    return result;
  }

  override async storeSnapshot(...snapshot: Parameters<MemoryLog["storeSnapshot"]>): Promise<boolean> {
    const isStored = await super.storeSnapshot(...snapshot);
    if (isStored) this.#ports.coverage.count("snapshot stored");
    return isStored;
  }

  /** @returns how to put it back; those who judge are told of every log what it was, and what it is then */
  override copy(): ReturnType<MemoryLog["copy"]> {
    const putBack = super.copy();
    return () => {
      const rooms = putBack();
      for (const [id, life] of [...this.#ports.truth.rooms]) this.#restored(id, life, rooms.get(id));
      return rooms;
    };
  }

  #restored(room: RoomId, before: TrueRoom, now: { epoch: string; head: number } | undefined): void {
    const { truth, recorder, coverage } = this.#ports;
    const { epoch, head, events } = before;
    recorder.record({ kind: "log", room, epoch, head, events: [...events] });
    recorder.record({ kind: "restored", room, from: epoch, to: now?.epoch ?? null });
    if (now) truth.restored(room, now.epoch, now.head);
    else truth.lost(room);
    coverage.count(now ? "room went back in time" : "room was not in the copy that was restored");
  }

  #committed(id: RoomId, epoch: string, events: readonly RecordedEvent[]): void {
    const { truth, recorder, coverage, wrong, readModels } = this.#ports;
    const room = truth.room(id);
    if (!room || room.epoch !== epoch) {
      wrong(`G1: an append to ${id} in the epoch ${epoch}`);
      return;
    }
    for (const event of events) {
      if (event.seq !== room.head + 1) wrong(`G1: event ${event.seq} of ${id} came after ${room.head}`);
      if (room.events.some(({ actor, commandId }) => actor === event.actor && commandId === event.commandId))
        wrong(`G3: ${event.commandId} of ${event.actor} has a second event in ${id}, ${event.seq}`);
      const before = room.state?.phase.kind;
      room.committed(frozen(event));
      if (room.state?.phase.kind === "finished" && before !== "finished")
        coverage.count(`finished: ${room.state.game}`);
      recorder.record({ kind: "committed", room: id, epoch, seq: event.seq });
      coverage.count(`event: ${event.type}`);
      if (event.actor === ROOM_ACTOR && event.type === "moved" && event.data.by) coverage.count("bot moved");
    }
    readModels.directory.grown(id, room.head);
  }
}

function recordedFrom({ actor, at, commandId, event }: NewEvent): RecordedEvent {
  return { seq: 1, at, actor, commandId, ...event } as RecordedEvent;
}

/** Servers share these objects here as they never do in the world: whoever changed one would change it for all. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}

import type { RoomId } from "@rejoin/protocol";
import { evolve, type RoomState } from "@rejoin/rules";
import type { EventLog } from "../log/event-log.js";
import type { Recorded } from "../log/recorded.js";
import { Room, type RoomPorts } from "./room.js";

const PAGE = 1_000;

/** Brings a room to life from its log, or returns null where there is none. Rejects with `LogUnavailable`. */
export async function loadRoom(id: RoomId, ports: RoomPorts): Promise<Room | null> {
  const fold = await foldLog(ports.log, id, Number.POSITIVE_INFINITY);
  return fold && new Room(id, fold.epoch, { head: fold.head, state: fold.state }, fold.lastPage, ports);
}

/** The state of a room at an earlier number of its log, or null where it is not there. */
export async function stateAt(log: EventLog, id: RoomId, seq: number): Promise<RoomState | null> {
  const fold = await foldLog(log, id, seq);
  return fold && fold.head === seq ? fold.state : null;
}

interface Fold {
  epoch: string;
  head: number;
  state: RoomState;
  lastPage: readonly Recorded[];
}

async function foldLog(log: EventLog, id: RoomId, until: number): Promise<Fold | null> {
  let head = 0;
  let state: RoomState | null = null;
  let lastPage: readonly Recorded[] = [];
  for (;;) {
    const page = await log.read(id, head, Math.min(PAGE, until - head));
    if (!page) return null;
    state = page.events.reduce<RoomState | null>(evolve, state);
    if (page.events.length > 0) lastPage = page.events;
    head = page.events.at(-1)?.seq ?? head;
    if (head >= Math.min(until, page.head) || page.events.length === 0)
      return state && { epoch: page.epoch, head, state, lastPage };
  }
}

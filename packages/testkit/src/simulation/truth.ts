import type { PlayerId, RecordedEvent, RoomId } from "@rejoin/protocol";
import { evolve, hasSecret, isFor, type RoomState, view, viewState } from "@rejoin/rules";
import { digestOf } from "../history/digest.js";

/** Every room's log as it was committed, with its fold at every number: what everybody is measured by. */
export class Truth {
  /** The rooms that there are, as they stand now. */
  readonly rooms = new Map<RoomId, TrueRoom>();
  readonly #lives = new Map<RoomId, TrueRoom[]>();

  room(id: RoomId): TrueRoom | undefined {
    return this.rooms.get(id);
  }

  /** The rooms that ever were, with each life of theirs, the latest last: an older copy of a log begins another one. */
  get lives(): ReadonlyMap<RoomId, readonly TrueRoom[]> {
    return this.#lives;
  }

  livesOf(id: RoomId): readonly TrueRoom[] {
    return this.#lives.get(id) ?? [];
  }

  /** The life of a room that has this epoch. */
  life(id: RoomId, epoch: string): TrueRoom | undefined {
    return this.livesOf(id).find((life) => life.epoch === epoch);
  }

  opened(id: RoomId, epoch: string, code: string): void {
    this.#begin(id, new TrueRoom(epoch, code));
  }

  /** An older copy took the place of a room's log: its first `head` events, in another epoch. */
  restored(id: RoomId, epoch: string, head: number): void {
    const before = this.room(id);
    if (before) this.#begin(id, before.goneBack(epoch, head));
  }

  /** A room is not in the database that was put back. */
  lost(id: RoomId): void {
    this.rooms.delete(id);
  }

  #begin(id: RoomId, life: TrueRoom): void {
    this.rooms.set(id, life);
    this.#lives.set(id, [...this.livesOf(id), life]);
  }
}

/** One life of one room's log. */
export class TrueRoom {
  readonly epoch: string;
  readonly code: string;
  readonly events: RecordedEvent[] = [];
  /** `states[n]` is the fold of the first n events. */
  readonly states: (RoomState | null)[] = [null];
  /** Who has ever had it among their own rooms, or was invited there. */
  readonly owners = new Set<PlayerId>();
  readonly #digests = new Map<string, number>();

  constructor(epoch: string, code: string) {
    this.epoch = epoch;
    this.code = code;
  }

  get head(): number {
    return this.events.length;
  }

  get state(): RoomState | null {
    return this.states.at(-1) ?? null;
  }

  /** What an older copy of it is. Who had it among their own rooms was told of it, whatever was lost since. */
  goneBack(epoch: string, head: number): TrueRoom {
    const back = new TrueRoom(epoch, this.code);
    for (const event of this.events.slice(0, head)) back.committed(event);
    for (const owner of this.owners) back.owners.add(owner);
    return back;
  }

  committed(event: RecordedEvent): void {
    const state = evolve(this.state, event);
    this.events.push(event);
    this.states.push(state);
    const invited = state.invited.map(({ player }) => player);
    for (const player of [state.host.id, ...invited, ...state.seats.flatMap((seat) => seat?.player ?? [])])
      if (isFor(state, player)) this.owners.add(player);
  }

  /** The digest of an event as one person may see it. */
  eventDigest(seq: number, viewer: PlayerId): number | undefined {
    const event = this.events[seq - 1];
    if (!event) return undefined;
    return this.#digest(`event ${seq} ${hasSecret(event) ? viewer : ""}`, () => view(event, viewer));
  }

  /** The digest of the state at a number as one person may see it. */
  stateDigest(seq: number, viewer: PlayerId): number | undefined {
    const state = this.states[seq];
    if (!state) return undefined;
    const seen = viewState(state, viewer);
    return this.#digest(`state ${seq} ${seen === state ? "" : viewer}`, () => seen);
  }

  #digest(name: string, value: () => unknown): number {
    const known = this.#digests.get(name) ?? digestOf(value());
    this.#digests.set(name, known);
    return known;
  }
}

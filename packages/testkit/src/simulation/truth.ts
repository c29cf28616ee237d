import type { PlayerId, RecordedEvent, RoomId } from "@rejoin/protocol";
import { evolve, hasSecret, isMine, type RoomState, view, viewState } from "@rejoin/rules";
import { digestOf } from "../history/digest.js";

/** Every room's log as it was committed, with its fold at every number: what everybody is measured by. */
export class Truth {
  readonly rooms = new Map<RoomId, TrueRoom>();

  room(id: RoomId): TrueRoom | undefined {
    return this.rooms.get(id);
  }

  opened(id: RoomId, epoch: string, code: string): TrueRoom {
    const room = new TrueRoom(epoch, code);
    this.rooms.set(id, room);
    return room;
  }
}

/** One room's log. */
export class TrueRoom {
  readonly epoch: string;
  readonly code: string;
  readonly events: RecordedEvent[] = [];
  /** `states[n]` is the fold of the first n events. */
  readonly states: (RoomState | null)[] = [null];
  /** Who has ever had it among their own rooms. */
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

  committed(event: RecordedEvent): void {
    const state = evolve(this.state, event);
    this.events.push(event);
    this.states.push(state);
    for (const player of [
      state.host.id,
      ...state.invited,
      ...state.seats.flatMap((seat) => seat?.player ?? []),
    ])
      if (isMine(state, player)) this.owners.add(player);
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

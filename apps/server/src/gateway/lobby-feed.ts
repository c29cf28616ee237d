import type { MyRoom, PlayerId } from "@rejoin/protocol";
import { isMine, mine, owners, type RoomState, summarize, toMove } from "@rejoin/rules";
import type { Clock } from "../clock.js";
import type { Cursors } from "../read-models/cursors.js";
import type { Position } from "../rooms/position.js";
import type { Room } from "../rooms/room.js";
import { channels, type Hub } from "./hub.js";
import type { LobbyNews, RoomNews } from "./lobby-news.js";

/** Changes are gathered for so long and told together. */
const GATHER_MS = 100;

/** Tells the lobby what changed in the rooms that are alive here: the directory to everybody there, and each person's own rooms to them. */
export class LobbyFeed {
  readonly #hub: Hub;
  readonly #news: LobbyNews;
  readonly #cursors: Pick<Cursors, "of">;
  readonly #failed: (error: unknown) => void;
  /** Rooms that changed, and whether the directory listed them before. */
  readonly #rooms = new Map<Room, boolean>();
  readonly #own = new Map<PlayerId, Set<Room>>();
  readonly #clock: Clock;
  #callOff: (() => void) | undefined;

  constructor(
    hub: Hub,
    news: LobbyNews,
    cursors: Pick<Cursors, "of">,
    clock: Clock,
    failed: (error: unknown) => void,
  ) {
    this.#hub = hub;
    this.#news = news;
    this.#clock = clock;
    this.#cursors = cursors;
    this.#failed = failed;
  }

  /** Hears that a room came to life or changed. */
  changed(room: Room, before: Position | null): void {
    const { state, head } = room.position;
    const wasListed = before !== null && isListed(before.state);
    if (wasListed !== isListed(state) || (wasListed && !looksTheSame(before.state, state)))
      this.#rooms.set(room, wasListed || (this.#rooms.get(room) ?? false));
    const people = new Set([...owners(state), ...(before && before.head < head ? owners(before.state) : [])]);
    for (const player of people) this.ownChanged(player, room);
    this.#gather();
  }

  /** Hears that a person's own view of a room changed: they have seen more of it. */
  ownChanged(player: PlayerId, room: Room): void {
    if (!this.#hub.isHeard(channels.player(player))) return;
    const rooms = this.#own.get(player) ?? new Set();
    this.#own.set(player, rooms.add(room));
    this.#gather();
  }

  stop(): void {
    this.#callOff?.();
  }

  #gather(): void {
    this.#callOff ??= this.#clock.setTimer(GATHER_MS, () => this.#tell());
  }

  #tell(): void {
    this.#callOff = undefined;
    const rooms = [...this.#rooms];
    this.#rooms.clear();
    this.#news.tell(rooms.map(([room, wasListed]) => ({ ...roomNews(room), wasListed })));
    const own = [...this.#own];
    this.#own.clear();
    for (const [player, rooms] of own) this.#tellOwner(player, [...rooms]).catch(this.#failed);
  }

  async #tellOwner(player: PlayerId, rooms: readonly Room[]): Promise<void> {
    const left = rooms.filter(({ position }) => !isMine(position.state, player));
    const removed = left.map(({ id, position }) => ({ room: id, head: position.head }));
    const own = rooms.filter(({ position }) => isMine(position.state, player));
    const changed = await Promise.all(own.map((room) => this.#ownRoom(player, room)));
    this.#news.tellOwn(player, { changed, removed });
  }

  async #ownRoom(player: PlayerId, { id, position }: Room): Promise<MyRoom> {
    const seen = await this.#cursors.of(player, id);
    return mine(
      summarize(id, position.head, position.state),
      seen ?? 0,
      toMove(position.state).includes(player),
    );
  }
}

function roomNews({ id, position: { head, state } }: Room): RoomNews {
  return { room: id, head, summary: isListed(state) ? summarize(id, head, state) : null };
}

/** Whether the directory lists a room in this state. Of others not even the id is told. */
function isListed({ visibility, phase }: RoomState): boolean {
  return visibility === "public" && phase.kind !== "closed";
}

/** Whether the lobby shows two states of a room alike. */
function looksTheSame(one: RoomState, other: RoomState): boolean {
  if (
    one.seats === other.seats &&
    one.phase === other.phase &&
    one.host === other.host &&
    one.title === other.title &&
    one.visibility === other.visibility
  )
    return true;
  return JSON.stringify(summarize("", 0, one)) === JSON.stringify(summarize("", 0, other));
}

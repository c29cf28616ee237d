import type { MyRoom, PlayerId, RoomId, RoomSummary } from "@rejoin/protocol";
import { BoundedMap } from "../bounded-map.js";
import { channels, type Hub } from "./hub.js";

/** A room as of a number of its log; `summary` is null where the directory does not list it. */
export interface RoomNews {
  room: RoomId;
  head: number;
  summary: RoomSummary | null;
  /** Whether the directory is known to have listed it before. */
  wasListed?: boolean;
}

/** What somebody was told of a room of theirs. */
interface ToldOwn {
  head: number;
  seen: number;
  isMine: boolean;
  /** The round of looking (`nextRound`) in which it was told. */
  round: number;
}

/** Rooms of which it is remembered what the lobby was told. Of others it is told again. */
const REMEMBERED = 10_000;

/**
 * Tells the lobby of this server what is new. News comes from the rooms that are alive here and from what other servers
 * wrote, in any order and more than once: what was told is remembered by its head, so that nothing is said twice and
 * nothing older follows.
 */
export class LobbyNews {
  readonly #hub: Hub;
  /** By room: the head, and what the directory shows; null where it does not list it. The last told at the end. */
  readonly #told = new BoundedMap<RoomId, { head: number; shown: string | null }>(REMEMBERED);
  readonly #toldOwn = new Map<PlayerId, Map<RoomId, ToldOwn>>();
  #round = 0;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /** Hears what somebody is given who enters the lobby. */
  entered(player: PlayerId, rooms: readonly RoomSummary[], mine: readonly MyRoom[]): void {
    // What is known stays: others in the lobby, or their other tabs, were told no more than that.
    for (const room of rooms)
      if (!this.#told.has(room.room)) this.#remember(room.room, room.head, shown(room));
    if (this.#toldOwn.has(player)) return;
    const round = this.#round;
    const own = mine.map(({ room, head, seen }) => [room, { head, seen, isMine: true, round }] as const);
    this.#toldOwn.set(player, new Map(own));
  }

  /** Whether the lobby may not know how this room is at this number of its log. */
  isBehind({ room, head }: { room: RoomId; head: number }): boolean {
    return head > (this.#told.get(room)?.head ?? -1);
  }

  /** Tells everybody in the lobby what is new to them. */
  tell(news: readonly RoomNews[]): void {
    const fresh = news.filter((one) => this.#isNews(one));
    if (fresh.length === 0) return;
    const changed = fresh.flatMap(({ summary }) => summary ?? []);
    const removed = fresh.flatMap(({ room, summary }) => (summary ? [] : [room]));
    this.#hub.say(channels.lobby, "lobby:rooms", { changed, removed });
  }

  /** Begins a round of looking at everybody's own rooms, and forgets what those who have left were told. */
  nextRound(): number {
    for (const player of this.#toldOwn.keys())
      if (!this.#hub.isHeard(channels.player(player))) this.#toldOwn.delete(player);
    this.#round += 1;
    return this.#round;
  }

  /** Whether somebody may not know how far a room of theirs has come, or how far they have seen it. */
  isBehindOwn({
    player,
    room,
    ...now
  }: {
    player: PlayerId;
    room: RoomId;
    head: number;
    seen: number;
  }): boolean {
    const told = this.#toldOwn.get(player)?.get(room);
    if (!told || now.head > told.head) return true;
    return told.isMine && now.head === told.head && now.seen > told.seen;
  }

  /** What a person was told is theirs, before a round, and is not among these rooms. */
  missing(player: PlayerId, rooms: ReadonlySet<RoomId>, round: number): { room: RoomId; head: number }[] {
    const own = [...(this.#toldOwn.get(player) ?? [])];
    return own.flatMap(([room, told]) =>
      told.isMine && told.round < round && !rooms.has(room) ? [{ room, head: told.head }] : [],
    );
  }

  /** Tells a person what is new to them of their own rooms. */
  tellOwn(
    player: PlayerId,
    news: { changed: readonly MyRoom[]; removed: readonly { room: RoomId; head: number }[] },
  ): void {
    if (!this.#hub.isHeard(channels.player(player))) return;
    const changed = news.changed.filter((mine) => this.isBehindOwn({ player, ...mine }));
    const removed = news.removed.filter(({ room, head }) => this.#wasToldBefore(player, room, head));
    if (changed.length === 0 && removed.length === 0) return;
    for (const { room, head, seen } of changed) this.#rememberOwn(player, room, { head, seen, isMine: true });
    for (const { room, head } of removed) this.#rememberOwn(player, room, { head, seen: 0, isMine: false });
    this.#hub.say(channels.player(player), "me:rooms", { changed, removed: removed.map(({ room }) => room) });
  }

  #isNews({ room, head, summary, wasListed }: RoomNews): boolean {
    const told = this.#told.get(room);
    if (told && told.head >= head) return false;
    const now = summary && shown(summary);
    this.#remember(room, head, now);
    // Of a room that was never listed not even the id is told.
    if (now === null) return wasListed === true || (told?.shown ?? null) !== null;
    return told?.shown !== now;
  }

  #wasToldBefore(player: PlayerId, room: RoomId, head: number): boolean {
    const told = this.#toldOwn.get(player)?.get(room);
    return !told || (told.isMine && told.head <= head);
  }

  #remember(room: RoomId, head: number, what: string | null): void {
    // Deleted first, so that it comes to the end.
    this.#told.delete(room);
    this.#told.set(room, { head, shown: what });
  }

  #rememberOwn(player: PlayerId, room: RoomId, told: Omit<ToldOwn, "round">): void {
    const own = this.#toldOwn.get(player) ?? new Map<RoomId, ToldOwn>();
    this.#toldOwn.set(player, own.set(room, { ...told, round: this.#round }));
  }
}

/** What the lobby shows of a room: the head alone changes nothing there. */
function shown(summary: RoomSummary): string {
  return JSON.stringify({ ...summary, head: 0 });
}

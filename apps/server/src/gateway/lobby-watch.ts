import { ChangeWatch } from "../change-watch.js";
import type { Clock } from "../clock.js";
import type { LobbyLists } from "../read-models/lobby-lists.js";
import { channels, type Hub } from "./hub.js";
import type { LobbyNews } from "./lobby-news.js";

const EVERY_MS = 1_000;
/** Looks for what other servers changed in what the lobby shows, while somebody is there to be told. */
export class LobbyWatch {
  readonly #hub: Hub;
  readonly #lists: Pick<LobbyLists, "changedWithin" | "keptRooms" | "ownHeads" | "ownRoomsOf">;
  readonly #news: LobbyNews;
  readonly #watch: ChangeWatch;

  constructor(
    hub: Hub,
    lists: Pick<LobbyLists, "changedWithin" | "keptRooms" | "ownHeads" | "ownRoomsOf">,
    news: LobbyNews,
    clock: Clock,
  ) {
    this.#hub = hub;
    this.#lists = lists;
    this.#news = news;
    this.#watch = new ChangeWatch(clock, EVERY_MS, (withinMs) => this.#look(withinMs));
  }

  start(): void {
    this.#watch.start();
  }

  stop(): void {
    this.#watch.stop();
  }

  async #look(withinMs: number): Promise<void> {
    if (!this.#hub.isHeard(channels.lobby)) return;
    await this.#lookAtRooms(withinMs);
    await this.#lookAtOwn();
  }

  async #lookAtRooms(withinMs: number): Promise<void> {
    const changed = await this.#lists.changedWithin(withinMs);
    const behind = changed.filter((one) => this.#news.isBehind(one)).map(({ room }) => room);
    if (behind.length === 0) return;
    const kept = await this.#lists.keptRooms(behind);
    this.#news.tell(
      kept.map(({ summary, listed }) => ({
        room: summary.room,
        head: summary.head,
        summary: listed ? summary : null,
      })),
    );
  }

  async #lookAtOwn(): Promise<void> {
    const players = new Set([...this.#hub.lines(channels.lobby)].map(({ player }) => player.id));
    const round = this.#news.nextRound();
    const heads = await this.#lists.ownHeads([...players]);
    const behind = heads.filter((one) => this.#news.isBehindOwn(one));
    const fresh = behind.length > 0 ? await this.#lists.ownRoomsOf(behind) : [];
    for (const player of players) {
      const rooms = heads.flatMap((one) => (one.player === player ? [one.room] : []));
      const changed = fresh.flatMap((one) => (one.player === player ? [one.mine] : []));
      const removed = this.#news.missing(player, new Set(rooms), round);
      this.#news.tellOwn(player, { changed, removed });
    }
  }
}

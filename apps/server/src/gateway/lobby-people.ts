import { LIMITS, type Player, type PlayerId } from "@rejoin/protocol";
import type { Clock } from "../clock.js";
import type { LobbyVisits } from "../read-models/lobby-visits.js";
import { Rounds } from "../rounds.js";
import { channels, type Hub } from "./hub.js";

const NOTE_EVERY_MS = 1_000;
/** Of somebody who stays it is noted again so often that they are there, in milliseconds. */
const NOTE_AGAIN_MS = 60_000;

/** Who may be invited by their name: those in the lobby of this server, and those who are or were in another's lately. */
export class LobbyPeople {
  readonly #hub: Pick<Hub, "lines">;
  readonly #visits: Pick<LobbyVisits, "note" | "lately">;
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #rounds: Rounds;
  /** When it was last noted that somebody is there, by the monotonic clock. */
  readonly #notedAt = new Map<PlayerId, number>();
  /** Who came since the last round: they may have left again. */
  readonly #came = new Set<PlayerId>();

  constructor(
    hub: Pick<Hub, "lines">,
    visits: Pick<LobbyVisits, "note" | "lately">,
    clock: Pick<Clock, "monotonic" | "setTimer">,
  ) {
    this.#hub = hub;
    this.#visits = visits;
    this.#clock = clock;
    this.#rounds = new Rounds(clock, NOTE_EVERY_MS, () => this.#note());
  }

  start(): void {
    this.#rounds.start();
  }

  stop(): void {
    this.#rounds.stop();
  }

  /** Hears that somebody enters the lobby. */
  came(player: PlayerId): void {
    this.#came.add(player);
  }

  /** People whose name contains this, but for one, those who are here first. @throws LogUnavailable */
  async find(name: string, without: PlayerId): Promise<Player[]> {
    const people = new Map(this.#here(name).map((player) => [player.id, player]));
    for (const player of await this.#visits.lately(name))
      if (!people.has(player.id)) people.set(player.id, player);
    people.delete(without);
    return [...people.values()].slice(0, LIMITS.lobbyPeople);
  }

  /** Each once however many tabs they have, those who came last first. */
  #here(name: string): Player[] {
    const people = new Map<PlayerId, Player>();
    for (const { player } of this.#hub.lines(channels.lobby)) people.set(player.id, player);
    const named = [...people.values()].filter((player) => fold(player.name).includes(fold(name)));
    return named.map(({ id, name, avatar }) => ({ id, name, avatar })).reverse();
  }

  async #note(): Promise<void> {
    const now = this.#clock.monotonic();
    const there = new Set([...this.#hub.lines(channels.lobby)].map(({ player }) => player.id));
    for (const player of this.#notedAt.keys()) if (!there.has(player)) this.#notedAt.delete(player);
    const again = [...there].filter(
      (player) => now - (this.#notedAt.get(player) ?? -Infinity) > NOTE_AGAIN_MS,
    );
    const players = [...new Set([...this.#came, ...again])];
    if (players.length === 0) return;
    try {
      await this.#visits.note(players);
      for (const player of players) {
        this.#came.delete(player);
        this.#notedAt.set(player, now);
      }
    } catch {
      // The database is away: they are noted with the next round.
    }
  }
}

function fold(name: string): string {
  return name.toLocaleLowerCase();
}

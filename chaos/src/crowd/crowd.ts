import { HistoryWriter, SeededRandom } from "@rejoin/testkit";
import { anyServerWire } from "./any-server-wire.js";
import { countedWire } from "./counted-wire.js";
import type { CrowdCounts, CrowdPlan, WireConditions } from "./messages.js";
import { Pace } from "./pace.js";
import { Page } from "./page.js";
import { arrive, type Player } from "./player.js";
import { Table } from "./table.js";
import { KIND, unkindWire } from "./unkind-wire.js";

/** Of so many numbers that a page held one is recorded with the state: a digest of each would cost more than the play. */
const SAMPLE_EVERY = 5;

/** All the people of one process: they sit at tables, in front of one or two pages each. */
export class Crowd {
  readonly counts: CrowdCounts = {
    accepted: 0,
    refused: 0,
    repeated: 0,
    catchUps: 0,
    snapshots: 0,
    connections: 0,
    connectionsLost: 0,
    reloads: 0,
    survivedReload: 0,
    roomsOpened: 0,
    roomsClosed: 0,
    games: 0,
    packetsLost: 0,
    packetsRepeated: 0,
    packetsLate: 0,
    clientFaults: 0,
  };
  conditions: WireConditions = KIND;
  readonly #plan: CrowdPlan;
  readonly #random: SeededRandom;
  readonly #history: HistoryWriter;
  readonly #fault: (what: string) => void;
  #pages: Page[] = [];
  #tables: Table[] = [];
  #words = 0;

  constructor(plan: CrowdPlan, fault: (what: string) => void) {
    this.#plan = plan;
    this.#random = new SeededRandom(plan.seed);
    this.#history = new HistoryWriter(plan.history);
    this.#fault = (what) => {
      this.counts.clientFaults += 1;
      fault(what);
    };
  }

  /** Everybody comes, opens their pages and sits down. */
  async begin(): Promise<void> {
    const { name, clients, people, urls } = this.#plan;
    const count = Math.max(people, Math.ceil((clients * 2) / 3));
    const arrivals = Array.from({ length: count }, (_, index) =>
      arrive(`${name}${index}`, urls, this.#random.fork(`arrival ${index}`)),
    );
    const players = await Promise.all(arrivals);
    this.#pages = Array.from({ length: Math.max(count, clients) }, (_, index) =>
      this.#page(players[index % count] as Player, index),
    );
    this.#tables = this.#layTables(players);
    for (const table of this.#tables) table.begin();
  }

  /** Loads pages again, at once. */
  reload(pages: number): void {
    for (const page of this.#random.some(pages, this.#pages)) {
      this.counts.reloads += 1;
      this.counts.survivedReload += page.reload();
    }
  }

  /** Nobody gives anything any more, and the wires are kind. What is on its way goes on. */
  quiet(): void {
    this.conditions = KIND;
    for (const table of this.#tables) void table.quiet();
  }

  /** Who is not level with the logs, and why. */
  behind(heads: Readonly<Record<string, number>>): string[] {
    return this.#pages.flatMap((page) => page.behind(heads));
  }

  /** Records where everybody came to rest, and closes the history. */
  rest(): void {
    for (const page of this.#pages) page.rest();
    for (const page of this.#pages) page.leave();
    this.#history.close();
  }

  #page(player: Player, index: number): Page {
    const random = this.#random.fork(`page ${index}`);
    const { counts } = this;
    return new Page({
      name: `${this.#plan.name}-${index}`,
      player,
      recorder: this.#history,
      sampleEvery: SAMPLE_EVERY,
      fault: this.#fault,
      wire: (recorded) => {
        const kind = anyServerWire(this.#plan.urls, player.session, random, (fault) =>
          this.#fault(JSON.stringify(fault)),
        );
        const ports = { conditions: () => this.conditions, random, counts };
        // Recorded as the page hears it: what was lost on the way, it was never told.
        return recorded(unkindWire(countedWire(kind, counts), ports));
      },
    });
  }

  #layTables(players: readonly Player[]): Table[] {
    const { rooms, people, rate, roomLength, name } = this.#plan;
    const pace = new Pace(rate);
    const word = (): string => {
      this.#words += 1;
      return `${name} ${this.#words}`;
    };
    return Array.from({ length: rooms }, (_, index) => {
      const random = this.#random.fork(`table ${index}`);
      // Neighbours share a table, so everybody sits at several.
      const seated = Array.from(
        { length: people },
        (_, seat) => players[(index + seat * 3) % players.length],
      );
      const pages = seated.flatMap((player, seat) =>
        this.#pages
          .filter((page) => page.player === player)
          .map((page, tab) => ({ page, plays: seat < 2 && tab === 0 })),
      );
      const unique = [...new Map(pages.map((one) => [one.page, one])).values()];
      return new Table({
        name: `${name}${index}`,
        pages: unique,
        random,
        pace,
        counts: this.counts,
        roomLength,
        word,
      });
    });
  }
}

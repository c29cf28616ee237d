import type { Dialect } from "../clients/member.js";
import { Latencies, type LatencySummary } from "../measure/latencies.js";
import { DriverLink } from "./driver-link.js";
import type { Rest, Return, Sample } from "./messages.js";

/** Whom all drivers together seat where. */
export interface Seating {
  rooms: number;
  members: number;
}

/** What all drivers counted over some time. */
export interface Counted extends Omit<Sample, "latencies"> {
  latency: LatencySummary;
}

/** All drivers of a run, as one. */
export class Drivers implements Disposable {
  readonly #links: readonly DriverLink[];
  /** Those that have rooms, and how many of them. */
  #busy: readonly { link: DriverLink; rooms: number }[] = [];

  constructor(count: number) {
    this.#links = Array.from({ length: count }, () => new DriverLink());
  }

  /** Says who sits where. Whole rooms go to a driver each, so that all who hear somebody share one clock. */
  async seat(url: string, dialect: Dialect, { rooms, members }: Seating): Promise<void> {
    this.#busy = sharesOf(rooms, this.#links);
    await this.#each((link, share, index) =>
      link.ask({ kind: "seat", plan: { url, dialect, name: `d${index}`, rooms: share, members } }),
    );
  }

  /** Everybody who was seated connects. @param share of those who have not */
  async connect(share = 1): Promise<void> {
    await this.#each((link) => link.ask({ kind: "connect", share }));
  }

  async join(): Promise<void> {
    await this.#each((link) => link.ask({ kind: "join" }));
  }

  async speak(inFlight: number): Promise<void> {
    await this.#each((link) => link.ask({ kind: "speak", inFlight }));
  }

  /** @param messagesPerSecond of all together */
  async recite(messagesPerSecond: number): Promise<void> {
    const all = sum(this.#busy.map(({ rooms }) => rooms));
    await this.#each((link, rooms) =>
      link.ask({ kind: "recite", messagesPerSecond: (messagesPerSecond * rooms) / all }),
    );
  }

  async mark(): Promise<void> {
    await this.#each((link) => link.ask({ kind: "mark" }));
  }

  async take(): Promise<Counted> {
    return together(await this.#each((link) => link.ask({ kind: "take" })));
  }

  async rest(): Promise<Rest> {
    const rests = await this.#each((link) => link.ask({ kind: "rest" }));
    return {
      undelivered: sum(rests.map(({ undelivered }) => undelivered)),
      problems: rests.flatMap(({ problems }) => problems),
    };
  }

  /** All but the first of each room are gone at once. */
  async depart(): Promise<void> {
    await this.#each((link) => link.ask({ kind: "depart" }));
  }

  /** The first of each room says so many messages. Resolves when all are acknowledged. */
  async talk(messages: number): Promise<void> {
    await this.#each((link) => link.ask({ kind: "talk", messages }));
  }

  /** Those who are gone come back at once. Resolves when they have heard everything, or that time is over. */
  async comeBack(withinMs: number): Promise<Return> {
    const returns = await this.#each((link) => link.ask({ kind: "return", withinMs }));
    return {
      times: returns.flatMap(({ times }) => times),
      late: sum(returns.map(({ late }) => late)),
      missing: sum(returns.map(({ missing }) => missing)),
      received: sum(returns.map(({ received }) => received)),
    };
  }

  async leave(): Promise<void> {
    await this.#each((link) => link.ask({ kind: "leave" }));
  }

  [Symbol.dispose](): void {
    for (const link of this.#links) link[Symbol.dispose]();
  }

  #each<Result>(ask: (link: DriverLink, rooms: number, index: number) => Promise<Result>): Promise<Result[]> {
    return Promise.all(this.#busy.map(({ link, rooms }, index) => ask(link, rooms, index)));
  }
}

/** As even as it goes. @returns the drivers that have any rooms, and how many */
function sharesOf(rooms: number, links: readonly DriverLink[]) {
  const count = Math.min(rooms, links.length);
  return links.slice(0, count).map((link, index) => ({ link, rooms: Math.floor((rooms + index) / count) }));
}

function together(samples: readonly Sample[]): Counted {
  const hitches: Record<string, number> = {};
  for (const [what, count] of samples.flatMap(({ hitches }) => Object.entries(hitches)))
    hitches[what] = (hitches[what] ?? 0) + count;
  const total = (of: (sample: Sample) => number): number => sum(samples.map(of));
  return {
    seconds: total(({ seconds }) => seconds) / samples.length,
    delivered: total(({ delivered }) => delivered),
    acknowledged: total(({ acknowledged }) => acknowledged),
    received: total(({ received }) => received),
    sent: total(({ sent }) => sent),
    cpu: total(({ cpu }) => cpu),
    hitches,
    latency: Latencies.merged(samples.map(({ latencies }) => latencies)).summary(),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import { setTimeout as wait } from "node:timers/promises";
import type { Traffic } from "../clients/member.js";
import { Absence } from "./absence.js";
import { eachAtOnce } from "./at-once.js";
import type { CrowdPlan, Rest, Sample } from "./messages.js";
import { Recital } from "./recital.js";
import { Table } from "./table.js";
import { Tally } from "./tally.js";

/** Members who connect at the same time: as many as do not keep each other waiting for long. */
const CONNECT_AT_ONCE = 16;
const JOIN_AT_ONCE = 8;
/** When nothing more was heard for so long, nothing more comes. */
const SILENCE_MS = 5_000;
const LOOK_EVERY_MS = 20;

/** All members of one driver: their tables, and how they speak. */
export class Crowd {
  /** What happens while most of them are away. */
  readonly absence: Absence;
  readonly #tally = new Tally();
  readonly #tables: readonly Table[];
  #connected = 0;
  #isSpeaking = false;
  #recital: Recital | undefined;
  #marked = { at: 0, traffic: { received: 0, sent: 0 }, cpu: process.cpuUsage() };

  constructor(plan: CrowdPlan) {
    const { url, dialect, name, rooms, members } = plan;
    this.#tables = Array.from(
      { length: rooms },
      (_, index) => new Table(`${name}-${index}`, url, dialect, members, this.#tally),
    );
    this.absence = new Absence(this.#tables);
  }

  /** That share of those who are not connected connects. */
  async connect(share: number): Promise<void> {
    const absent = this.#seats.slice(this.#connected);
    const next = absent.slice(0, Math.ceil(absent.length * share));
    this.#connected += next.length;
    await eachAtOnce(next, CONNECT_AT_ONCE, ({ member }) => member.connect());
  }

  async join(): Promise<void> {
    await eachAtOnce(this.#tables, JOIN_AT_ONCE, (table) => table.join());
  }

  /** Closed loop: whoever is answered goes on at once. */
  speak(inFlight: number): void {
    this.#isSpeaking = true;
    for (const table of this.#tables) {
      for (const seat of table.seats) {
        const goOn = (): void => {
          if (this.#isSpeaking) table.say(seat, undefined, goOn);
        };
        for (let turn = 0; turn < inFlight; turn += 1) goOn();
      }
    }
  }

  /** Open loop: everything is said at its time, whatever came of what was said before. */
  recite(messagesPerSecond: number): void {
    const seats = this.#tables.flatMap((table) => table.seats.map((seat) => ({ table, seat })));
    let next = 0;
    this.#recital = new Recital(messagesPerSecond, (meantAt) => {
      const { table, seat } = seats[next] as (typeof seats)[number];
      next = (next + 1) % seats.length;
      table.say(seat, meantAt);
    });
  }

  /** Counts from now on. */
  mark(): void {
    this.#tally.reset();
    this.#marked = { at: performance.now(), traffic: this.#traffic(), cpu: process.cpuUsage() };
  }

  /** What was counted since the mark. */
  take(): Sample {
    const { at, traffic, cpu } = this.#marked;
    const now = this.#traffic();
    const { user, system } = process.cpuUsage(cpu);
    return {
      seconds: (performance.now() - at) / 1_000,
      delivered: this.#tally.delivered,
      acknowledged: this.#tally.acknowledged,
      received: now.received - traffic.received,
      sent: now.sent - traffic.sent,
      latencies: this.#tally.latencies.encoded(),
      hitches: this.#tally.hitches,
      cpu: (user + system) / 1_000_000,
    };
  }

  /** Nobody says anything more. Resolves when everybody has heard everything, or no more comes. */
  async rest(): Promise<Rest> {
    this.#isSpeaking = false;
    this.#recital?.stop();
    let heard = this.#tally.delivered;
    let since = performance.now();
    while (this.#tables.some(({ isQuiet }) => !isQuiet) && performance.now() - since < SILENCE_MS) {
      await wait(LOOK_EVERY_MS);
      if (this.#tally.delivered === heard) continue;
      heard = this.#tally.delivered;
      since = performance.now();
    }
    const repeated = this.#tables.reduce((sum, table) => sum + table.repeated, 0);
    if (repeated > 0) this.#tally.problem(`${repeated} events were heard more often than they were said`);
    const undelivered = this.#tables.reduce((sum, table) => sum + table.undelivered, 0);
    return { undelivered, problems: this.#tally.problems };
  }

  leave(): void {
    for (const { member } of this.#seats) member.cut();
  }

  get #seats() {
    return this.#tables.flatMap(({ seats }) => seats);
  }

  #traffic(): Traffic {
    const sum = { received: 0, sent: 0 };
    for (const { member } of this.#seats) {
      const { received, sent } = member.traffic();
      sum.received += received;
      sum.sent += sent;
    }
    return sum;
  }
}

import type { PlayerId, RecordedEvent, RoomCommand, RoomId } from "@rejoin/protocol";
import { outcomeOf } from "../history/happenings.js";
import type { HistoryRecord, RecordOf } from "../history/record.js";
import { HistoryList, type Recorder } from "../history/recorder.js";
import { SeededRandom } from "../simulation/seeded-random.js";
import { MadeClient } from "./made-client.js";
import { MadeLog, player, type Taken } from "./made-log.js";
import { madeWish, pickFrom } from "./made-wish.js";

export interface MadeRunOptions {
  seed: number;
  /** How many things happen. */
  steps?: number;
  game?: string;
  visibility?: "public" | "private";
  /** Whether commits are recorded. */
  commits?: boolean;
  /** Whether the log is replaced by an older copy of itself half-way. */
  restored?: boolean;
  /** Whether the older part of the log is trimmed by the end. */
  trimmed?: boolean;
  /** Makes the names of room, players and clients, where many runs make one history. */
  number?: number;
  sampleEvery?: number;
  clients?: number;
  /** Where each client's records go; by default into one list. */
  recorderOf?: (client: number) => Recorder;
  clock?: { now: number };
}

const START = 1_700_000_000_000;
const TIMING = { countdownMs: 5, graceMs: 20, closeEmptyMs: 1e9, closeIdleMs: 1e9 };

/**
 * Makes the history of one room that keeps every promise, with all that may go wrong on the way: lost, repeated and late
 * packets, cuts, answers that never come, retryable refusals, several pages of one player. The log and every state come
 * from the product's rules.
 */
export class MadeRun {
  readonly log: MadeLog;
  readonly clients: MadeClient[] = [];
  readonly #options: MadeRunOptions;
  readonly #random: () => number;
  readonly #clock: { now: number };
  readonly #list: HistoryList;
  readonly #recorder: Recorder;
  #late: { client: MadeClient; events: RecordedEvent[] }[] = [];
  #commands = 0;

  constructor(options: MadeRunOptions) {
    this.#options = options;
    this.#random = new SeededRandom(options.seed).next;
    this.#clock = options.clock ?? { now: 1_000 };
    this.#list = new HistoryList(() => this.#clock.now);
    this.#recorder = options.recorderOf?.(0) ?? this.#list;
    this.log = new MadeLog(this.#uuid(9), `life-${options.seed}`);
  }

  /** The records, where they were not sent elsewhere. */
  get records(): HistoryRecord[] {
    return this.#list.records;
  }

  /** How many commands were given. */
  get commands(): number {
    return this.#commands;
  }

  run(): this {
    this.#begin();
    const { steps = 200, restored = false } = this.#options;
    for (let step = 0; step < steps; step++) {
      this.#tick();
      if (restored && step === Math.floor(steps / 2)) this.#restore();
      this.#step();
    }
    this.#end();
    return this;
  }

  #begin(): void {
    const { game = "tic-tac-toe", visibility = "public", clients = 4, sampleEvery = 1 } = this.#options;
    for (let index = 0; index < clients; index++) {
      // The last one is a second page of the first player.
      const person = this.#uuid(index === clients - 1 ? 1 : index + 1);
      const recorder = this.#options.recorderOf?.(index) ?? this.#list;
      const name = `${this.#options.number ?? 0}-${index}`;
      this.clients.push(new MadeClient(name, person, this.log, recorder, sampleEvery));
    }
    const [host] = this.clients;
    if (!host) return;
    host.recorder.record({ kind: "creation-asked", client: host.client, command: "open" });
    const room = { title: "A table", code: "ABC234", options: {}, timing: TIMING };
    this.#take(host.player, { type: "open", game, visibility, ...room } as never, "open");
    const outcome = { ok: true as const, room: this.log.room };
    host.recorder.record({ kind: "creation-answered", client: host.client, command: "open", outcome });
    for (const client of this.clients) {
      client.open("code");
      client.connect();
      client.join("join", false, 10);
    }
    for (const client of this.clients.slice(0, 2)) {
      this.#give(client, { type: "take-seat" });
      this.#give(client, { type: "ready", ready: true });
    }
  }

  #step(): void {
    const client = pickFrom(this.clients, this.#random);
    const chance = this.#random();
    if (chance < 0.5) this.#give(client, madeWish(client, this.#random, `word ${this.#commands}`));
    else if (chance < 0.62) this.#askNext(client);
    else if (chance < 0.7 && client.isConnected) client.lose();
    else if (chance < 0.82) this.#connect(client);
    else if (chance < 0.9) this.#arriveLate();
    else if (chance < 0.95 && client.isConnected) client.beacon(this.log.head);
    else if (client.isConnected) client.join("catch-up", this.#random() < 0.2, 3);
    if (this.log.doDue(START + Math.floor(this.#clock.now), this.#random)) this.#committed();
  }

  #end(): void {
    this.#tick(10);
    for (const client of this.clients) {
      this.#connect(client);
      while (client.waiting.length > 0) this.#ask(client, "arrives");
    }
    this.#tick();
    for (const client of this.clients) client.join("catch-up", false, Number.POSITIVE_INFINITY);
    this.#tick();
    for (const client of this.clients) client.rest();
    this.#recordLog();
  }

  #restore(): void {
    for (const client of this.clients) client.lose();
    this.#late = [];
    this.#recordLog();
    const { room, epoch: from, head } = this.log;
    this.log.restore(Math.max(1, head - 3), `${from}-again`);
    this.#tick();
    this.#recorder.record({ kind: "restored", room, from, to: this.log.epoch });
    this.#tick();
  }

  #recordLog(): void {
    const { room, epoch, head, events, states } = this.log;
    const first = this.#options.trimmed ? 2 + Math.floor(this.#random() * (head / 2)) : 1;
    // What stands for the trimmed part is where the last snapshot was: at its end or later.
    const seq = first - 1 + Math.floor(this.#random() * 3);
    const state = states[seq];
    this.#recorder.record({
      ...{ kind: "log", room, epoch, head, events: events.slice(first - 1) },
      ...(first > 1 && state && { first, base: { seq, state } }),
    });
  }

  #connect(client: MadeClient): void {
    if (client.isConnected) return;
    client.connect();
    client.join("join", this.#random() < 0.1, 5);
  }

  #give(client: MadeClient, command: RoomCommand): void {
    const id = `command-${this.#commands++}`;
    const { room } = this.log;
    client.recorder.record({ kind: "given", room, client: client.client, command: id, type: command.type });
    client.waiting.push({ id, command });
    this.#askNext(client);
  }

  #askNext(client: MadeClient): void {
    if (!client.isConnected || client.waiting.length === 0) return;
    const chance = this.#random();
    if (chance < 0.75) this.#ask(client, "arrives");
    else if (chance < 0.83) this.#ask(client, "is lost");
    else if (chance < 0.91) this.#ask(client, "is done, its answer is lost");
    else this.#ask(client, "is refused for now");
  }

  #ask(
    client: MadeClient,
    fate: "arrives" | "is lost" | "is done, its answer is lost" | "is refused for now",
  ): void {
    const [first] = client.waiting;
    if (!first) return;
    const { room } = this.log;
    const record = (outcome: RecordOf<"answered">["outcome"]): void =>
      client.recorder.record({ kind: "answered", room, client: client.client, command: first.id, outcome });
    client.recorder.record({ kind: "asked", room, client: client.client, command: first.id });
    this.#tick();
    if (fate === "is lost") return;
    if (fate === "is refused for now") {
      record({ ok: false, code: "unavailable", retryable: true });
      return;
    }
    const taken = this.#take(client.player, first.command, first.id);
    if (fate === "is done, its answer is lost") return;
    this.#tick();
    const outcome = outcomeOf(taken.ok ? { ok: true, seq: taken.seq } : taken);
    record(outcome);
    client.waiting.shift();
    client.recorder.record({ kind: "settled", room, client: client.client, command: first.id, outcome });
  }

  #take(by: PlayerId, command: RoomCommand, id: string): Taken {
    const taken = this.log.take(player(by), command, id, START + Math.floor(this.#clock.now), this.#random);
    if (taken.ok && taken.isNew) this.#committed();
    return taken;
  }

  /** The last event was committed: it is told to whoever hears the room, each in a way of its own. */
  #committed(): void {
    const { room, epoch, head: seq, events } = this.log;
    if (this.#options.commits) this.#recorder.record({ kind: "committed", room, epoch, seq });
    this.#tick();
    for (const client of this.clients) {
      if (!client.isConnected) continue;
      const chance = this.#random();
      if (chance < 0.85) client.hear(events.slice(-1));
      if (chance < 0.08) client.hear(events.slice(-3));
      if (chance >= 0.85 && chance < 0.95) this.#late.push({ client, events: events.slice(-1) });
    }
  }

  #arriveLate(): void {
    const [late] = this.#late.splice(Math.floor(this.#random() * this.#late.length), 1);
    if (late?.client.isConnected) late.client.hear(late.events);
  }

  #tick(ms = 0.1 + this.#random()): void {
    this.#clock.now += ms;
  }

  #uuid(which: number): RoomId {
    const number = String(this.#options.number ?? 0).padStart(12, "0");
    return `${String(which).repeat(8)}-0000-4000-8000-${number}`;
  }
}

/** The records of a run that keeps every promise. */
export function madeHistory(options: MadeRunOptions): HistoryRecord[] {
  return new MadeRun(options).run().records;
}

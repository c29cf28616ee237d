import type { RoomId } from "@rejoin/protocol";
import { decide } from "@rejoin/rules";
import type { AppendResult, CommandLookup, EventLog, KnownCommand, NewEvent } from "../log/event-log.js";
import { Expectation } from "./expectation.js";
import type { HeldLog } from "./held-log.js";
import { answerKnown, KnownCommands } from "./known-commands.js";
import { actorId, type Order } from "./order.js";
import { type Doubted, type Hearer, newEvent, OrderUnderWay, unavailable } from "./order-under-way.js";
import type { Position } from "./position.js";
import { RecentRefusals } from "./recent-refusals.js";
import { roomChange } from "./room-change.js";
import { WakeTime } from "./wake-time.js";

/** When appends are made: as late as can be, so that all who order something meanwhile go together. */
export interface Commits {
  /** Calls back when an append should be made. */
  turn(go: () => void): void;
}

export interface OrderPipelinePorts {
  log: EventLog;
  commits: Commits;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
  /** Has the tail of the log read, after which the pipeline is told to go on. */
  readOn: () => Promise<void>;
}

/** The way of an order through its room: decided, appended, answered. `Room` says in which order, and what happens when that fails. */
export class OrderPipeline {
  readonly #id: RoomId;
  readonly #log: HeldLog;
  readonly #ports: OrderPipelinePorts;
  readonly #expectation: Expectation;
  readonly #known = new KnownCommands();
  readonly #refused = new RecentRefusals();
  readonly #wake = new WakeTime();
  readonly #underWay = new Map<string, OrderUnderWay>();
  /** Orders that arrive while the tail of the log is read. */
  #held: OrderUnderWay[] = [];
  #isPaused = false;
  #isAppending = false;
  #mustRead = false;
  #settled: Promise<void> = Promise.resolve();

  constructor(id: RoomId, log: HeldLog, ports: OrderPipelinePorts) {
    this.#id = id;
    this.#log = log;
    this.#ports = ports;
    this.#expectation = new Expectation(log.position);
  }

  /** Whether orders wait for an answer. */
  get isBusy(): boolean {
    return this.#underWay.size > 0;
  }

  /** Whether an append is under way, or waits for the next commit to begin. */
  get isAppending(): boolean {
    return this.#isAppending;
  }

  /** When the append under way has its outcome. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Whether nothing can be decided before the log was read: what it holds is not certain. */
  get mustRead(): boolean {
    return this.#mustRead;
  }

  /**
   * The same id from the same sender is one order, however often it comes.
   *
   * @param hear called once with its outcome, at once or later
   * @throws what the rules throw, which should be nothing. Then `hear` is never called, and the order has not been given.
   */
  take(order: Order, hear: Hearer): void {
    const twin = this.#underWay.get(order.key);
    if (!twin) this.#begin(new OrderUnderWay(order, hear, this.#underWay));
    else if (twin.order.commandDigest === order.commandDigest) twin.alsoHeardBy(hear);
    // The same id with another body: only when the first one has left nothing behind is the id free.
    else twin.alsoHeardBy(() => this.take(order, hear));
  }

  /** The tail of the log is being read: nothing is decided until then. Call it only while nothing is appended. */
  pause(): void {
    this.#isPaused = true;
  }

  /** The tail was read, to its end. */
  resume(): void {
    this.#isPaused = false;
    this.#mustRead = false;
    this.#expectation.follow(this.#log.position);
    for (const entry of this.#held.splice(0)) this.#considerAgain(entry);
  }

  /** The tail could not be read, or not to its end: whoever waits for that must ask again. */
  giveUp(): void {
    this.#isPaused = false;
    this.#expectation.follow(this.#log.position);
    for (const entry of this.#held.splice(0)) entry.answer(unavailable());
  }

  #begin(entry: OrderUnderWay): void {
    try {
      this.#consider(entry);
    } catch (error) {
      entry.withdraw();
      throw error;
    }
  }

  /** What the rules throw here must not keep the next ones from being considered. Who asks again hears of it. */
  #considerAgain(entry: OrderUnderWay): void {
    try {
      this.#consider(entry);
    } catch {
      entry.answer(unavailable());
    }
  }

  #consider(entry: OrderUnderWay): void {
    const known = this.#known.answer(entry.order);
    if (known) entry.answer(known);
    else if (this.#isPaused || this.#mustRead) this.#hold(entry);
    else this.#decide(entry);
  }

  #decide(entry: OrderUnderWay): void {
    const { actor, command } = entry.order;
    const { head, state } = this.#expectation.position;
    const now = Math.max(this.#ports.now(), state.lastAt);
    const refused = this.#refused.of(entry.order);
    const decision = refused
      ? ({ ok: false, refusal: refused } as const)
      : decide(state, command, { actor, now, random: this.#ports.random });
    if (decision.ok) {
      this.#expectation.accept(entry, newEvent(entry.order, now, decision.event));
      this.#append();
    } else this.#doubt({ entry, refusal: decision.refusal, head, surprises: this.#log.surprises });
  }

  #doubt(doubted: Doubted): void {
    if (doubted.head > this.#log.position.head) this.#expectation.doubt(doubted);
    else void this.#refuse(doubted);
  }

  /**
   * The command may have been accepted long ago, its answer lost, and only a repetition is refused now; or another server
   * may have appended what makes it acceptable. The log knows both.
   */
  async #refuse(doubted: Doubted): Promise<void> {
    const { entry, refusal } = doubted;
    const { order } = entry;
    try {
      const found = await this.#ports.log.findCommand(this.#id, actorId(order.actor), order.commandId);
      if (found?.command) return entry.answer(answerKnown(order, found.command));
      if (await this.#knewAll(doubted, found)) {
        // What a room does by itself it tries under the same id until its time has come.
        if (order.actor.kind === "player") this.#refused.add(order, refusal);
        return entry.answer({ ok: false, refusal });
      }
      await this.#ports.readOn();
      this.#consider(entry);
    } catch {
      entry.answer(unavailable());
    }
  }

  /**
   * Whether a refusal was decided on all that the log had by then. What this server appended itself was decided after it;
   * only what others appended makes it stale.
   */
  async #knewAll({ head, surprises }: Doubted, found: CommandLookup | null): Promise<boolean> {
    if (found?.epoch !== this.#log.epoch || found.head < head) return false;
    if (found.head > this.#log.position.head) await this.#settled;
    return found.head <= this.#log.position.head && surprises === this.#log.surprises;
  }

  /** Who is told of a commit may order something at once, and so call this before the end of that commit is reached. */
  #append(): void {
    if (this.#isAppending || !this.#expectation.hasNext) return;
    this.#isAppending = true;
    this.#settled = new Promise((resolve) => this.#ports.commits.turn(() => resolve(this.#appendNow())));
  }

  async #appendNow(): Promise<void> {
    const [first, ...rest] = this.#expectation.beginAppend();
    if (!first) return;
    const { head, state } = this.#log.position;
    const after = this.#expectation.position;
    const wakeAt = this.#wake.change(after.state, this.#ports.now());
    await this.#ports.log
      .append({
        room: this.#id,
        epoch: this.#log.epoch,
        expectedHead: head,
        events: [first.event, ...rest.map(({ event }) => event)],
        change: roomChange(this.#id, state, after),
        wakeAt,
      })
      .then(
        (result) => this.#appended(result, after, wakeAt),
        () => this.#failed(),
      );
  }

  #appended(result: AppendResult, after: Position, wakeAt: number | null | undefined): void {
    this.#isAppending = false;
    if (result.kind !== "appended") {
      if (result.kind === "known") for (const command of result.commands) this.#known.add(command);
      this.#decideAgain();
      return;
    }
    const entries = this.#expectation.endAppend();
    this.#wake.stored(wakeAt);
    for (const { event, seq } of entries) this.#known.add(recordedAs(event, seq));
    this.#log.advance(result.events, after);
    for (const { entry, seq } of entries) entry.answer({ ok: true, seq });
    for (const doubted of this.#expectation.takeDoubts()) this.#doubt(doubted);
    this.#append();
  }

  #failed(): void {
    this.#isAppending = false;
    this.#mustRead = true;
    for (const entry of this.#expectation.drop(this.#log.position)) entry.answer(unavailable());
  }

  #decideAgain(): void {
    this.#mustRead = true;
    for (const entry of this.#expectation.drop(this.#log.position)) this.#hold(entry);
  }

  #hold(entry: OrderUnderWay): void {
    this.#held.push(entry);
    // A failure is told to everybody who is held.
    this.#ports.readOn().catch(() => undefined);
  }
}

function recordedAs({ actor, commandId, commandDigest }: NewEvent, seq: number): KnownCommand {
  return { actor, commandId, commandDigest, seq };
}

import type { RoomId } from "@rejoin/protocol";
import { LogUnavailable } from "../log/event-log.js";
import type { Recorded } from "../log/recorded.js";
import { HeldLog, type HeldLogPorts } from "./held-log.js";
import type { LoadedLog } from "./load-log.js";
import type { Order, OrderOutcome } from "./order.js";
import { OrderPipeline, type OrderPipelinePorts } from "./order-pipeline.js";
import { type Hearer, unavailable } from "./order-under-way.js";
import type { Position } from "./position.js";

/** What a room needs from the world. */
export interface RoomPorts extends Omit<HeldLogPorts, "advanced">, Omit<OrderPipelinePorts, "readOn"> {
  /** Called with each committed run of events, in order, once; the room's position is after them already. */
  committed: (room: Room, events: readonly Recorded[], before: Position) => void;
  /** The log is another one than the room held: it was restored, or is gone. The room is retired already. */
  replaced: (room: Room) => void;
}

/**
 * A live room: it decides orders on the state that it holds, appends their events, and publishes what was committed.
 *
 * Order and failure. One append is under way at a time; meanwhile the room goes on deciding, on the position that it
 * *expects*. A conflict (another server was faster) or a repeated command throws the whole expectation away: the room
 * reads the tail of the log and decides again, in the order of arrival. Nothing is answered or published before it is
 * committed; a refusal that was decided on an expectation waits until that has come true, and one that was decided on less
 * than the log had by then is decided again. When the log cannot be reached the outcome of an append is unknown: its
 * orders are answered "unavailable, ask again", and the room reads the log before it decides anything else. Where the log
 * turns out to be another one (its epoch, or an end before what was committed), the room retires: it answers everything
 * retryably, and another room is loaded.
 *
 * An order is in one of four places: `held` (the log is being read), and in the expectation `next` (accepted, waits for its
 * append), `appending` (its append is under way) and `doubts` (refused on what is not committed yet). From the last three a
 * conflict takes it back to `held`.
 */
export class Room {
  readonly id: RoomId;
  readonly #ports: RoomPorts;
  readonly #log: HeldLog;
  readonly #orders: OrderPipeline;
  #reading: Promise<void> | null = null;
  #isRetired = false;

  constructor(id: RoomId, loaded: LoadedLog, ports: RoomPorts) {
    this.id = id;
    this.#ports = ports;
    this.#log = new HeldLog(id, loaded, {
      ...ports,
      advanced: (events, before) => ports.committed(this, events, before),
    });
    this.#orders = new OrderPipeline(id, this.#log, { ...ports, readOn: () => this.refresh() });
  }

  get epoch(): string {
    return this.#log.epoch;
  }

  /** The last committed number, and the state at it. */
  get position(): Position {
    return this.#log.position;
  }

  /** The oldest number of the log that is kept, as far as this server has read. */
  get first(): number {
    return this.#log.first;
  }

  /** Whether orders wait for an answer. */
  get busy(): boolean {
    return this.#orders.isBusy;
  }

  /** Whether it has left the memory: another room stands for this log, or none. */
  get isRetired(): boolean {
    return this.#isRetired;
  }

  /** Takes no more orders. Call it when it leaves the memory. */
  retire(): void {
    this.#isRetired = true;
  }

  /** All committed events after a number, or null where some of them are no longer in memory. */
  recentAfter(seq: number): readonly Recorded[] | null {
    return this.#log.recentAfter(seq);
  }

  /**
   * At most `limit` events after a number, from memory or from a read that is shared by all who miss them; null where they
   * are not kept any more. Rejects with `LogUnavailable`.
   */
  async readAfter(seq: number, limit: number): Promise<readonly Recorded[] | null> {
    const events = await this.#log.readAfter(seq, limit);
    // The log may be another one.
    if (!events) await this.refresh();
    return events;
  }

  /**
   * Asks the room to do something. The same id from the same sender is one order, however often it comes.
   *
   * @returns the number of its event, once that is committed; or a refusal, once that is certain. Rejects with what the rules
   * throw, which should be nothing.
   */
  submit(order: Order): Promise<OrderOutcome> {
    return new Promise((resolve) => this.take(order, resolve));
  }

  /**
   * As `submit`, for whoever has so many orders that a promise for each shows.
   *
   * @param hear called once with the outcome
   * @throws what the rules throw; then `hear` is never called
   */
  take(order: Order, hear: Hearer): void {
    if (this.#isRetired) hear(unavailable());
    else this.#orders.take(order, hear);
  }

  /** Applies what other servers have appended. Rejects with `LogUnavailable`, also where the log is another one. */
  async refresh(): Promise<void> {
    if (this.#orders.isAppending) {
      await this.#orders.settled;
      // It went through, so nobody else had appended anything.
      if (!this.#reading && !this.#orders.mustRead) return;
    }
    this.#reading ??= this.#read();
    await this.#reading;
  }

  /**
   * Applies everything that was appended before this call, wherever it was. An append or a read that is under way may be
   * older than the latest of that, so neither counts. Rejects as `refresh` does.
   */
  async refreshAnew(): Promise<void> {
    const { head } = this.position;
    const ends = await this.#ports.log.endsOf(this.id);
    const isNoNews = () => !this.#isRetired && ends?.epoch === this.epoch && this.holds(ends.head, head);
    if (ends?.epoch === this.epoch) this.#log.keptFrom(ends.first);
    if (!isNoNews() && this.#orders.isAppending) await this.#orders.settled;
    if (isNoNews()) return;
    await this.#reading?.catch(() => undefined);
    await this.refresh();
  }

  /**
   * Whether an end of the log that was looked up is no news: it is not beyond what the room holds, and not below what it
   * held before that was asked, when its `head` was `before`. Meanwhile the room may have gone on by itself.
   */
  holds(end: number, before: number): boolean {
    return before <= end && end <= this.position.head;
  }

  async #read(): Promise<void> {
    this.#orders.pause();
    try {
      if (this.#isRetired || !(await this.#log.readOn())) await this.#lost();
      this.#reading = null;
      this.#orders.resume();
    } catch (error) {
      this.#reading = null;
      this.#orders.giveUp();
      throw error;
    }
  }

  /** Always rejects: nothing goes on from here. */
  async #lost(): Promise<never> {
    if (!this.#isRetired) {
      await this.#ports.log.wentBack(this.id, this.epoch, this.position.head);
      this.#isRetired = true;
      this.#ports.replaced(this);
    }
    throw new LogUnavailable("the room's log was replaced");
  }
}

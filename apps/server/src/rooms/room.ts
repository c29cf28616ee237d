import type { RecordedEvent, RoomId } from "@rejoin/protocol";
import { decide, evolve, type RoomState } from "@rejoin/rules";
import type { AppendResult, EventLog, NewEvent } from "../log/event-log.js";
import type { Recorded } from "../log/recorded.js";
import { answerKnown, KnownCommands } from "./known-commands.js";
import { actorId, type Order, type OrderOutcome, orderKey } from "./order.js";
import {
  type Decided,
  type Doubted,
  type Entry,
  numbered,
  type UnderWay,
  unavailable,
} from "./order-under-way.js";
import { RecentEvents } from "./recent-events.js";
import { roomChange } from "./room-change.js";
import { WakeTime } from "./wake-time.js";

/** A room as of a number in its log. */
export interface Position {
  head: number;
  state: RoomState;
}

/** What a room needs from the world. */
export interface RoomPorts {
  log: EventLog;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
  /** Called with each committed run of events, in order, once; the room's position is after them already. */
  committed: (room: Room, events: readonly Recorded[], before: Position) => void;
}

const PAGE = 500;

/**
 * A live room: it decides orders on the state that it holds, appends their events, and publishes what was committed.
 *
 * Order and failure. One append is under way at a time; meanwhile the room goes on deciding, on the position that it
 * *expects*. A conflict (another server was faster) or a repeated command throws the whole expectation away: the room
 * reads the tail of the log and decides again, in the order of arrival. Nothing is answered or published before it is
 * committed; a refusal that was decided on an expectation waits until that has come true. When the log cannot be
 * reached the outcome of an append is unknown: its orders are answered "unavailable, ask again", and the room reads the
 * log before it decides anything else.
 *
 * An order is in one of four places: `held` (the log is being read), `next` (accepted, waits for its append),
 * `appending` (its append is under way), `doubts` (refused on what is not committed yet). From the last three a conflict
 * takes it back to `held`.
 */
export class Room {
  readonly id: RoomId;
  readonly epoch: string;
  readonly #ports: RoomPorts;
  readonly #recent = new RecentEvents();
  readonly #known = new KnownCommands();
  readonly #wake = new WakeTime();
  readonly #underWay = new Map<string, UnderWay>();
  #committed: Position;
  #expected: Position;
  #appending: readonly Decided[] = [];
  /** When the append under way has its outcome. */
  #settled: Promise<void> = Promise.resolve();
  #next: Decided[] = [];
  #doubts: Doubted[] = [];
  /** Orders that arrive while the tail of the log is read. */
  #held: Entry[] = [];
  #reading: Promise<void> | null = null;
  #mustRead = false;

  constructor(id: RoomId, epoch: string, position: Position, recent: readonly Recorded[], ports: RoomPorts) {
    this.id = id;
    this.epoch = epoch;
    this.#committed = position;
    this.#expected = position;
    this.#ports = ports;
    this.#recent.add(recent);
  }

  /** The last committed number, and the state at it. */
  get position(): Position {
    return this.#committed;
  }

  /** Whether orders wait for an answer. */
  get busy(): boolean {
    return this.#underWay.size > 0;
  }

  /** All committed events after a number, or null where some of them are no longer in memory. */
  recentAfter(seq: number): readonly Recorded[] | null {
    return seq >= this.#committed.head ? [] : this.#recent.after(seq);
  }

  /**
   * Asks the room to do something. The same id from the same sender is one order, however often it comes.
   *
   * @returns the number of its event, once that is committed; or a refusal, once that is certain
   */
  submit(order: Order): Promise<OrderOutcome> {
    const known = this.#known.answer(order);
    if (known) return Promise.resolve(known);
    const key = orderKey(actorId(order.actor), order.commandId);
    const twin = this.#underWay.get(key);
    if (twin?.commandDigest === order.commandDigest) return twin.outcome;
    // The same id with another body: only when the first one has left nothing behind is the id free.
    if (twin) return twin.outcome.then(() => this.submit(order));
    const outcome = new Promise<OrderOutcome>((answer) => this.#consider({ order, answer })).finally(() =>
      this.#underWay.delete(key),
    );
    this.#underWay.set(key, { commandDigest: order.commandDigest, outcome });
    return outcome;
  }

  /** Applies what other servers have appended. Rejects with `LogUnavailable`. */
  async refresh(): Promise<void> {
    if (this.#appending.length > 0) {
      await this.#settled;
      // It went through, so nobody else had appended anything.
      if (!this.#reading && !this.#mustRead) return;
    }
    this.#reading ??= this.#read();
    await this.#reading;
  }

  #consider(entry: Entry): void {
    const known = this.#known.answer(entry.order);
    if (known) entry.answer(known);
    else if (this.#reading || this.#mustRead) this.#hold(entry);
    else this.#decide(entry);
  }

  #decide(entry: Entry): void {
    const { actor, command } = entry.order;
    const now = Math.max(this.#ports.now(), this.#expected.state.lastAt);
    const decision = decide(this.#expected.state, command, { actor, now, random: this.#ports.random });
    if (decision.ok) this.#expect(entry, { ...numbered(entry.order), at: now, event: decision.event });
    else this.#doubt({ ...entry, refusal: decision.refusal, head: this.#expected.head });
  }

  #expect({ order, answer }: Entry, event: NewEvent): void {
    const head = this.#expected.head + 1;
    const recorded = { seq: head, at: event.at, actor: event.actor, ...event.event } as RecordedEvent;
    this.#expected = { head, state: evolve(this.#expected.state, recorded) };
    this.#next.push({ order, answer, event, after: this.#expected });
    this.#append();
  }

  #doubt(doubted: Doubted): void {
    if (doubted.head > this.#committed.head) this.#doubts.push(doubted);
    else void this.#refuse(doubted);
  }

  /** The command may have been accepted long ago, its answer lost, and only a repetition is refused now: the log knows. */
  async #refuse({ order, answer, refusal }: Doubted): Promise<void> {
    try {
      const known = await this.#ports.log.findCommand(this.id, actorId(order.actor), order.commandId);
      answer(known ? answerKnown(order, known) : { ok: false, refusal });
    } catch {
      answer(unavailable());
    }
  }

  #append(): void {
    // Who is told of a commit may order something at once, and so start the next append before this one's end is reached.
    if (this.#appending.length > 0) return;
    const [first, ...rest] = this.#next;
    if (!first) return;
    this.#appending = this.#next;
    this.#next = [];
    const after = (rest.at(-1) ?? first).after;
    const wakeAt = this.#wake.change(after.state, this.#ports.now());
    this.#settled = this.#ports.log
      .append({
        room: this.id,
        expectedHead: this.#committed.head,
        events: [first.event, ...rest.map(({ event }) => event)],
        change: roomChange(this.id, this.#committed.state, after),
        wakeAt,
      })
      .then(
        (result) => this.#appended(result, after, wakeAt),
        () => this.#failed(),
      );
  }

  #appended(result: AppendResult, after: Position, wakeAt: number | null | undefined): void {
    if (result.kind !== "appended") {
      if (result.kind === "known") for (const command of result.commands) this.#known.add(command);
      this.#decideAgain();
      return;
    }
    const entries = this.#appending;
    this.#appending = [];
    this.#wake.stored(wakeAt);
    for (const { event, after } of entries) this.#known.add({ ...event, seq: after.head });
    this.#advance(result.events, after);
    for (const { answer, after } of entries) answer({ ok: true, seq: after.head });
    const doubts = this.#doubts;
    this.#doubts = [];
    for (const doubted of doubts) this.#doubt(doubted);
    this.#append();
  }

  #failed(): void {
    this.#mustRead = true;
    for (const { answer } of this.#dropExpectation()) answer(unavailable());
  }

  #decideAgain(): void {
    this.#mustRead = true;
    for (const entry of this.#dropExpectation()) this.#hold(entry);
  }

  #dropExpectation(): Entry[] {
    const entries = [...this.#appending, ...this.#next, ...this.#doubts];
    this.#appending = [];
    this.#next = [];
    this.#doubts = [];
    this.#expected = this.#committed;
    return entries.map(({ order, answer }) => ({ order, answer }));
  }

  #hold(entry: Entry): void {
    this.#held.push(entry);
    // A failure is told to everybody who is held.
    this.refresh().catch(() => undefined);
  }

  async #read(): Promise<void> {
    try {
      while (await this.#readPage());
      this.#mustRead = false;
      this.#reading = null;
      for (const entry of this.#held.splice(0)) this.#consider(entry);
    } catch (error) {
      this.#reading = null;
      for (const { answer } of this.#held.splice(0)) answer(unavailable());
      throw error;
    }
  }

  /** @returns whether there may be more */
  async #readPage(): Promise<boolean> {
    const page = await this.#ports.log.read(this.id, this.#committed.head, PAGE);
    const last = page?.events.at(-1);
    if (!page || !last) return false;
    const state = page.events.reduce<RoomState>(evolve, this.#committed.state);
    this.#expected = { head: last.seq, state };
    this.#advance(page.events, this.#expected);
    return last.seq < page.head;
  }

  #advance(events: readonly Recorded[], position: Position): void {
    const before = this.#committed;
    this.#committed = position;
    this.#recent.add(events);
    this.#ports.committed(this, events, before);
  }
}

import type { RecordedEvent } from "@rejoin/protocol";
import { evolve, type RoomState, viewState } from "@rejoin/rules";
import { digestOf } from "../history/digest.js";
import type { HistoryRecord, RecordKind, RecordOf } from "../history/record.js";

/** The history has nothing that the anomaly could be planted in: another one must be taken. */
export class NothingToSpoil extends Error {}

/** A history that may be spoilt: a copy, with ways to find one's way in it. */
export class Planting {
  readonly records: HistoryRecord[];

  constructor(records: readonly HistoryRecord[]) {
    this.records = structuredClone([...records]);
  }

  all<Kind extends RecordKind>(kind: Kind): RecordOf<Kind>[] {
    return this.records.filter((record): record is RecordOf<Kind> => record.kind === kind);
  }

  /** The first of a kind that fits. @throws NothingToSpoil */
  first<Kind extends RecordKind>(
    kind: Kind,
    fits: (record: RecordOf<Kind>) => boolean = () => true,
  ): RecordOf<Kind> {
    const found = this.all(kind).find(fits);
    if (!found) throw new NothingToSpoil(`no ${kind} fits`);
    return found;
  }

  get log(): RecordOf<"log"> {
    const log = this.all("log").at(-1);
    if (!log) throw new Error("there is no log");
    return log;
  }

  /** The oldest number that the log keeps. */
  get oldest(): number {
    return this.log.first ?? 1;
  }

  /** Commands that were acknowledged, with their events. */
  get acknowledged(): { answered: RecordOf<"answered">; seq: number }[] {
    return this.all("answered").flatMap((answered) =>
      answered.outcome.ok ? [{ answered, seq: answered.outcome.seq }] : [],
    );
  }

  /** The answer to a command that was refused, and has no event. */
  refused(): RecordOf<"answered"> {
    return this.first("answered", ({ outcome }) => !outcome.ok && !outcome.retryable);
  }

  playerOf(client: string): string {
    return this.first("client-began", (began) => began.client === client).player;
  }

  event(seq: number): RecordedEvent {
    const event = this.log.events.find((one) => one.seq === seq);
    if (!event) throw new NothingToSpoil(`the log has no ${seq}`);
    return event;
  }

  /** The state at a number, or at the end. */
  state(seq = this.log.head): RoomState {
    const { base, events } = this.log;
    if (base && seq < base.seq) throw new NothingToSpoil(`nothing tells the state at ${seq}`);
    const state = events
      .filter((event) => event.seq > (base?.seq ?? 0) && event.seq <= seq)
      .reduce<RoomState | null>((folded, event) => evolve(folded, event), base?.state ?? null);
    if (!state) throw new Error("the log is empty");
    return state;
  }

  drop(...gone: HistoryRecord[]): void {
    for (const record of gone) this.records.splice(this.records.indexOf(record), 1);
  }

  /** Puts records right behind another one, of the same time. */
  after(record: HistoryRecord, ...added: HistoryRecord[]): void {
    const dated = added.map((one) => ({ ...one, at: record.at }));
    this.records.splice(this.records.indexOf(record) + 1, 0, ...dated);
  }

  before(record: HistoryRecord, ...added: HistoryRecord[]): void {
    const dated = added.map((one) => ({ ...one, at: record.at }));
    this.records.splice(this.records.indexOf(record), 0, ...dated);
  }

  /** Adds an event to the end of the log, which everybody hears, applies and comes to rest at. */
  append(event: Pick<RecordedEvent, "actor" | "type" | "data" | "commandId">): void {
    const { log } = this;
    const seq = log.head + 1;
    const at = this.state().lastAt;
    log.events.push({ ...event, seq, at } as RecordedEvent);
    log.head = seq;
    const digest = digestOf(log.events.at(-1));
    for (const rest of this.all("at-rest")) {
      const { room, client, epoch } = rest;
      if (epoch === null) continue;
      this.before(rest, { kind: "heard", at: 0, room, client, epoch, events: [[seq, digest]] });
      rest.seq = seq;
      rest.state = digestOf(viewState(this.state(), this.playerOf(client)));
    }
  }
}

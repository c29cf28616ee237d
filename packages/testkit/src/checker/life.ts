import type { RecordedEvent } from "@rejoin/protocol";
import { hasSecret, type RoomState, type Viewer, view } from "@rejoin/rules";
import { digestOf } from "../history/digest.js";
import type { RecordOf } from "../history/record.js";

/** One life of a room's log: what stands in the database under one epoch. */
export class Life {
  readonly epoch: string;
  /** In the order of the database. */
  readonly events: RecordedEvent[] = [];
  readonly records: RecordOf<"log">[] = [];
  /** The number that the database keeps. */
  head = 0;
  /** The oldest number that is kept: 1, unless older ones were trimmed. */
  first = 1;
  /** The state that stands for what was trimmed; null where nothing was. */
  base: { seq: number; state: RoomState } | null = null;
  readonly #bySeq = new Map<number, RecordedEvent>();
  readonly #digests = new Map<number, number>();
  readonly #byCommand = new Map<string, number>();

  constructor(epoch: string) {
    this.epoch = epoch;
  }

  add(record: RecordOf<"log">): void {
    this.head = record.head;
    this.first = record.first ?? this.first;
    this.base = record.base ?? this.base;
    this.records.push({ ...record, events: [] });
    for (const event of record.events) {
      this.events.push(event);
      if (!this.#bySeq.has(event.seq)) this.#bySeq.set(event.seq, event);
      const key = commandKey(event.actor, event.commandId);
      if (event.commandId !== undefined && !this.#byCommand.has(key)) this.#byCommand.set(key, event.seq);
    }
  }

  event(seq: number): RecordedEvent | undefined {
    return this.#bySeq.get(seq);
  }

  /** The number of a command's event, or undefined. */
  seqOf(actor: string, command: string): number | undefined {
    return this.#byCommand.get(commandKey(actor, command));
  }

  /** Whether a number was kept once, and is not any more. */
  isTrimmed(seq: number): boolean {
    return seq > 0 && seq < this.first;
  }

  /** Whether a command's event may be the one with that number: it is, or what is kept of the log does not tell. */
  agrees(actor: string, command: string, seq: number): boolean {
    const kept = this.seqOf(actor, command);
    return kept === undefined ? this.isTrimmed(seq) : kept === seq;
  }

  /** The digest of an event as somebody may see it, or undefined where no such number is kept. */
  digest(seq: number, viewer: Viewer): number | undefined {
    const event = this.#bySeq.get(seq);
    if (!event) return undefined;
    if (hasSecret(event)) return digestOf(view(event, viewer));
    const known = this.#digests.get(seq) ?? digestOf(event);
    this.#digests.set(seq, known);
    return known;
  }

  isSecret(seq: number): boolean {
    const event = this.#bySeq.get(seq);
    return event !== undefined && hasSecret(event);
  }

  /** Whether a digest is the one of a secret event as somebody who is not meant to see it would have it. */
  isOfAnothersView(seq: number, digest: number): boolean {
    const event = this.#bySeq.get(seq);
    if (!event || !hasSecret(event)) return false;
    const knowing = "secret" in event.data ? (event.data.secret?.knownTo ?? []) : [];
    const { secret: _, ...whole } = event.data as { secret?: unknown };
    const seen: unknown[] = [
      event,
      { ...event, data: whole },
      ...knowing.map((player) => view(event, player)),
    ];
    return seen.some((one) => digestOf(one) === digest);
  }
}

export function commandKey(actor: string, command: string | undefined): string {
  return `${actor} ${command}`;
}

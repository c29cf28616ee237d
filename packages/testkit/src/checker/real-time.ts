import type { RecordOf } from "../history/record.js";
import { commandKey, type Life } from "./life.js";
import { type RoomCase, type RoomRecord, type Rule, report } from "./room-case.js";

type Answered = RecordOf<"answered">;

interface FirstAsked {
  asked: RecordOf<"asked">;
  /** The highest number that was acknowledged before. */
  before: Answered;
}

/**
 * G8: what is asked for the first time after something else was acknowledged has a higher number. One pass: it is enough
 * to remember the highest number acknowledged so far.
 */
export class RealTime implements Rule {
  readonly #case: RoomCase;
  readonly #asked = new Set<string>();
  readonly #bound: FirstAsked[] = [];
  /** The numbers that were told of commands whose events are not kept. */
  readonly #told = new Map<string, number>();
  /** Acknowledged earlier than now. */
  #highest: Answered | null = null;
  /** Acknowledged just now: earlier only for what the same source recorded later. */
  #now: { answered: Answered; source: number }[] = [];

  constructor(of: RoomCase) {
    this.#case = of;
  }

  take(record: RoomRecord, source: number): void {
    if (record.kind !== "answered" && record.kind !== "asked") return;
    if (this.#now.some(({ answered }) => answered.at < record.at)) this.#pass();
    if (record.kind === "asked") this.#ask(record, source);
    else if (record.outcome.ok) this.#tell(record, source);
  }

  finish(): void {
    const { clients, findings } = this.#case;
    findings.happened("commands with others acknowledged before them", this.#bound.length);
    for (const { asked, before } of this.#bound) {
      const life = this.#case.lives.at(asked.at);
      const seq = this.#seqIn(life, clients.playerOf(asked.client), asked.command);
      if (
        seq === undefined ||
        this.#case.lives.at(before.at) !== life ||
        !isKept(life, before, clients.playerOf(before.client))
      )
        continue;
      const acknowledged = seqOf(before);
      if (seq > acknowledged) continue;
      const detail = `Command ${asked.command} became event ${seq}, and was first asked after ${acknowledged} was acknowledged.`;
      report(this.#case, "real-time order broken", {
        client: asked.client,
        seq,
        detail,
        records: [before, asked],
      });
    }
  }

  #tell(answered: Answered, source: number): void {
    this.#now.push({ answered, source });
    const { lives, clients } = this.#case;
    const seq = seqOf(answered);
    if (!lives.at(answered.at)?.isTrimmed(seq)) return;
    const key = commandKey(clients.playerOf(answered.client), answered.command);
    if (!this.#told.has(key)) this.#told.set(key, seq);
  }

  /** The number of a command: what the log says, or what was told of what the log does not keep. */
  #seqIn(life: Life | undefined, player: string, command: string): number | undefined {
    const told = this.#told.get(commandKey(player, command));
    const kept = life?.seqOf(player, command);
    return kept ?? (told !== undefined && life?.isTrimmed(told) ? told : undefined);
  }

  #ask(asked: RecordOf<"asked">, source: number): void {
    const key = commandKey(this.#case.clients.playerOf(asked.client), asked.command);
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    const before = this.#now
      .filter((one) => one.source === source)
      .reduce((highest, { answered }) => higher(highest, answered), this.#highest);
    if (before) this.#bound.push({ asked, before });
  }

  #pass(): void {
    for (const { answered } of this.#now) this.#highest = this.#inLife(answered);
    this.#now = [];
  }

  // What was acknowledged in an earlier life of the log says nothing of the numbers of this one.
  #inLife(answered: Answered): Answered {
    const { lives } = this.#case;
    const isOfAnother = this.#highest && lives.at(this.#highest.at) !== lives.at(answered.at);
    return isOfAnother ? answered : higher(this.#highest, answered);
  }
}

// A number that was told and is wrong is another promise broken; it says nothing of order.
function isKept(life: Life | undefined, answered: Answered, player: string): boolean {
  return life?.agrees(player, answered.command, seqOf(answered)) ?? false;
}

function higher(one: Answered | null, other: Answered): Answered {
  return one && seqOf(one) >= seqOf(other) ? one : other;
}

function seqOf({ outcome }: Answered): number {
  return outcome.ok ? outcome.seq : 0;
}

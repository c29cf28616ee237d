import type { RecordOf } from "../history/record.js";
import { type RoomCase, type RoomRecord, type Rule, report } from "./room-case.js";

type Held = RecordOf<"held">;

/** What a client was given of one life of the log: everything up to `level` in one piece, and some more beyond it. */
interface Given {
  level: number;
  beyond: Set<number>;
  hadSnapshot: boolean;
}

interface Holding {
  given: Map<string, Given>;
  last: Held | null;
}

/** What a client holds is what it was given, without a hole (G5), and its head never falls (G9). */
export class HoldingRule implements Rule {
  readonly #case: RoomCase;
  readonly #holdings = new Map<string, Holding>();

  constructor(of: RoomCase) {
    this.#case = of;
  }

  take(record: RoomRecord): void {
    switch (record.kind) {
      case "room-opened":
        this.#holdings.delete(record.client);
        break;
      case "heard": {
        const given = this.#given(record);
        for (const [seq] of record.events) this.#hear(given, seq);
        break;
      }
      case "snapshot": {
        const given = this.#given(record);
        given.hadSnapshot = true;
        if (record.seq > given.level) this.#move(given, record.seq);
        break;
      }
      case "held":
        this.#hold(record);
    }
  }

  #holding(client: string): Holding {
    const known = this.#holdings.get(client) ?? { given: new Map(), last: null };
    this.#holdings.set(client, known);
    return known;
  }

  #given({ client, epoch }: { client: string; epoch: string }): Given {
    const { given } = this.#holding(client);
    const known = given.get(epoch) ?? { level: 0, beyond: new Set(), hadSnapshot: false };
    given.set(epoch, known);
    return known;
  }

  #hear(given: Given, seq: number): void {
    const { findings } = this.#case;
    if (seq <= given.level || given.beyond.has(seq)) findings.happened("events heard again");
    else if (seq === given.level + 1) this.#move(given, seq);
    else {
      findings.happened("events heard out of order");
      given.beyond.add(seq);
    }
  }

  #move(given: Given, seq: number): void {
    given.level = seq;
    if (given.beyond.size === 0) return;
    for (const one of given.beyond) if (one <= seq) given.beyond.delete(one);
    while (given.beyond.delete(given.level + 1)) given.level += 1;
  }

  #hold(held: Held): void {
    const holding = this.#holding(held.client);
    if (holding.last) this.#compare(holding.last, held);
    if (held.epoch !== null && held.seq > 0) this.#judge(held, held.epoch);
    holding.last = held;
  }

  #judge(held: Held, epoch: string): void {
    const { client, seq, base, length } = held;
    const given = this.#given({ client, epoch });
    if (seq > given.level) {
      const detail = `${client} holds ${seq}, and was never given ${given.level + 1}.`;
      report(this.#case, "hole in application", { client, seq: given.level + 1, detail, records: [held] });
      this.#move(given, seq);
    } else if (base !== undefined && length !== undefined && base + length !== seq) {
      const detail = `${client} holds ${length} events after ${base}, and says that it is at ${seq}.`;
      report(this.#case, "hole in application", { client, seq, detail, records: [held] });
    }
  }

  #compare(before: Held, after: Held): void {
    const { client, seq } = after;
    const records = [before, after];
    if (before.epoch === null || before.seq === 0) return;
    if (before.epoch === after.epoch) {
      if (seq >= before.seq && after.head >= before.head) return;
      const detail = `${client} held ${before.seq} of ${before.head}, and then ${seq} of ${after.head}.`;
      report(this.#case, "falling head", { client, seq, detail, records });
    } else if (this.#order(after.epoch) < this.#order(before.epoch)) {
      const detail = `${client} went back from epoch ${before.epoch} to ${after.epoch}.`;
      report(this.#case, "falling head", { client, seq, detail, records });
    } else if (after.epoch === null || !this.#given({ client, epoch: after.epoch }).hadSnapshot) {
      const detail = `${client} went from epoch ${before.epoch} to ${after.epoch} without a snapshot.`;
      report(this.#case, "base moved without a snapshot", { client, seq, detail, records });
    }
  }

  #order(epoch: string | null): number {
    return epoch === null ? -1 : this.#case.lives.order(epoch);
  }
}

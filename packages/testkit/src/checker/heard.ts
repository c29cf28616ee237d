import type { RecordOf } from "../history/record.js";
import { type RoomCase, type RoomRecord, type Rule, report } from "./room-case.js";

/** Nothing is heard that is not in the log (G7), and no event shows what is hidden from whoever hears it (G11). */
export class Heard implements Rule {
  readonly #case: RoomCase;

  constructor(of: RoomCase) {
    this.#case = of;
  }

  take(record: RoomRecord): void {
    switch (record.kind) {
      case "heard":
        this.#case.findings.count("events heard", record.events.length);
        for (const [seq, digest] of record.events) this.#hear(record, seq, digest);
        break;
      case "snapshot":
        this.#case.findings.count("snapshots heard");
        this.#head(record, record.seq, this.#case.lives.of(record.epoch)?.head);
        break;
      case "joined":
        if (record.catchUp !== "none") this.#case.findings.happened(CATCH_UPS[record.catchUp]);
        this.#head(record, record.head, this.#case.lives.of(record.epoch)?.head);
        break;
      case "beacon":
        // It names no epoch.
        this.#head(record, record.head, Math.max(0, ...this.#case.lives.all.map(({ head }) => head)));
    }
  }

  #hear(record: RecordOf<"heard">, seq: number, digest: number): void {
    const { lives, clients, findings } = this.#case;
    const player = clients.playerOf(record.client);
    const life = lives.of(record.epoch);
    const expected = life?.digest(seq, player);
    // By what others heard it is judged elsewhere.
    if (life?.isTrimmed(seq)) return;
    if (life?.isSecret(seq)) findings.happened("secret events heard");
    if (expected === digest) return;
    const isLeak = life?.isOfAnothersView(seq, digest) ?? false;
    const what = expected === undefined ? "which the log does not have" : "which is another one in the log";
    const detail = isLeak
      ? `${player} heard event ${seq} with what is hidden from them.`
      : `Event ${seq} of epoch ${record.epoch} was heard, ${what}.`;
    const name = isLeak ? "leaked secret" : "not in the log";
    report(this.#case, name, { client: record.client, seq, detail, records: [record] });
  }

  #head(record: RoomRecord & { client: string }, head: number, most: number | undefined): void {
    if (most !== undefined && head <= most) return;
    const end = most === undefined ? "of an epoch that no log has" : `and the log ends at ${most}`;
    const detail = `The head ${head} was heard of, ${end}.`;
    report(this.#case, "not in the log", { client: record.client, seq: head, detail, records: [record] });
  }
}

const CATCH_UPS = { events: "catch-ups by events", snapshot: "catch-ups by a snapshot" } as const;

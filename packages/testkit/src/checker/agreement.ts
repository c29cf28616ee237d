import type { RecordOf } from "../history/record.js";
import { type RoomCase, type RoomRecord, type Rule, report } from "./room-case.js";

/** Those who may know all of an event see the same of it, and everybody else sees one other thing. */
const MOST_LOOKS = 2;

/**
 * What the log does not keep any more is judged by what others were told of it: an event looks the same to a person whenever
 * they hear it, and has two looks at most (G7); a state is the same for all pages of a person (G6).
 */
export class Agreement implements Rule {
  readonly #case: RoomCase;
  /** What each event looks like to whom, by epoch and number. */
  readonly #looks = new Map<string, Map<string, { digest: number; record: RoomRecord }>>();
  /** By epoch, number and player. */
  readonly #states = new Map<string, { digest: number; record: RoomRecord }>();

  constructor(of: RoomCase) {
    this.#case = of;
  }

  take(record: RoomRecord): void {
    if (record.kind === "heard") this.#hear(record);
    if (record.kind === "snapshot" || record.kind === "held" || record.kind === "at-rest") this.#hold(record);
  }

  #hear(record: RecordOf<"heard">): void {
    const life = this.#case.lives.of(record.epoch);
    for (const [seq, digest] of record.events) {
      if (!life?.isTrimmed(seq)) continue;
      this.#case.findings.happened("events heard that are not kept");
      this.#look(record, seq, digest);
    }
  }

  #look(record: RecordOf<"heard">, seq: number, digest: number): void {
    const { client, epoch } = record;
    const player = this.#case.clients.playerOf(client);
    const looks = this.#looks.get(`${epoch} ${seq}`) ?? new Map();
    this.#looks.set(`${epoch} ${seq}`, looks);
    const before = looks.get(player);
    if (before?.digest === digest) return;
    looks.set(player, { digest, record });
    const different = [...looks.values()];
    if (!before && new Set(different.map((one) => one.digest)).size <= MOST_LOOKS) return;
    const detail = `${player} heard event ${seq} of epoch ${epoch} otherwise than ${before ? "before" : "all others"}.`;
    const records = before ? [before.record, record] : different.map((one) => one.record);
    report(this.#case, "heard differently", { client, seq, detail, records });
  }

  #hold(record: RecordOf<"snapshot"> | RecordOf<"held"> | RecordOf<"at-rest">): void {
    const { client, epoch, seq, state: digest } = record;
    const base = epoch === null ? null : this.#case.lives.of(epoch)?.base;
    if (!base || seq >= base.seq || digest === null || digest === undefined) return;
    const player = this.#case.clients.playerOf(client);
    const key = `${epoch} ${seq} ${player}`;
    const before = this.#states.get(key);
    this.#states.set(key, before ?? { digest, record });
    if (!before || before.digest === digest) return;
    const detail = `${client} had another state at ${seq} than ${player} was given before.`;
    report(this.#case, "wrong state", { client, seq, detail, records: [before.record, record] });
  }
}

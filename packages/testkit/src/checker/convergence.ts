import type { RecordOf } from "../history/record.js";
import { type RoomCase, type RoomRecord, type Rule, report } from "./room-case.js";

/** G10: everybody who still holds the room at the end is at its end. That their state is the log's is seen by the fold. */
export class Convergence implements Rule {
  readonly #case: RoomCase;
  readonly #mayEnter: (player: string) => boolean;
  readonly #holding = new Map<string, RecordOf<"room-opened">>();
  readonly #rests = new Map<string, RecordOf<"at-rest">>();

  /** @param mayEnter asked at the end: whether a player had a way into the room */
  constructor(of: RoomCase, mayEnter: (player: string) => boolean) {
    this.#case = of;
    this.#mayEnter = mayEnter;
  }

  take(record: RoomRecord): void {
    if (record.kind === "room-opened") this.#holding.set(record.client, record);
    if (record.kind === "room-let-go") this.#holding.delete(record.client);
    if (record.kind === "at-rest") this.#rests.set(record.client, record);
  }

  finish(): void {
    const { lives, clients, findings } = this.#case;
    const log = lives.last;
    if (!log) return;
    findings.count("places of rest", this.#rests.size);
    for (const [client, opened] of this.#holding) {
      const isExpected = !clients.hasEnded(client) && this.#mayEnter(clients.playerOf(client));
      if (!isExpected) continue;
      const rest = this.#rests.get(client);
      if (rest?.epoch === log.epoch && rest.seq === log.head && rest.state !== null) continue;
      const where = rest ? `${rest.seq} of epoch ${rest.epoch}` : "no place at all";
      const detail = `${client} came to rest at ${where}; the log ends at ${log.head} of epoch ${log.epoch}.`;
      report(this.#case, "not converged", { client, seq: log.head, detail, records: [rest ?? opened] });
    }
  }
}

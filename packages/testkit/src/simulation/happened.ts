import type { HistoryRecord, RecordOf } from "../history/record.js";
import type { Coverage } from "./coverage.js";

/** Counts what can only be told from several records of a run: whether the hard cases came up at all. */
export class Happened {
  readonly #coverage: Coverage;
  /** When each event was committed, by room and number. */
  readonly #committedAt = new Map<string, number>();
  /** Who gave each command, and when it was last asked. */
  readonly #commands = new Map<string, { giver: string; askedAt: number; asked: number }>();
  /** Up to where each client is catching up, by room and client. */
  readonly #goals = new Map<string, Map<string, number>>();

  constructor(coverage: Coverage) {
    this.#coverage = coverage;
  }

  take(record: HistoryRecord): void {
    switch (record.kind) {
      case "committed":
        this.#committed(record);
        break;
      case "given":
        this.#commands.set(record.command, { giver: record.client, askedAt: 0, asked: 0 });
        break;
      case "asked":
        this.#asked(record);
        break;
      case "answered":
        this.#answered(record);
        break;
      case "joined":
        if (record.catchUp !== "none") this.#goalsIn(record.room).set(record.client, record.head);
        break;
      case "held":
        if (record.seq >= (this.#goalsIn(record.room).get(record.client) ?? 0))
          this.#goalsIn(record.room).delete(record.client);
    }
  }

  #committed({ room, seq, at }: RecordOf<"committed">): void {
    this.#committedAt.set(`${room} ${seq}`, at);
    if (this.#goalsIn(room).size > 0) this.#coverage.count("catch-up while events were appended");
  }

  #asked({ command, at }: RecordOf<"asked">): void {
    const known = this.#commands.get(command);
    if (!known) return;
    known.askedAt = at;
    known.asked += 1;
  }

  #answered({ room, client, command, outcome }: RecordOf<"answered">): void {
    const known = this.#commands.get(command);
    if (!known || !outcome.ok) return;
    const committedAt = this.#committedAt.get(`${room} ${outcome.seq}`);
    if (known.asked > 1 && committedAt !== undefined && committedAt < known.askedAt)
      this.#coverage.count("command asked again and answered from the log");
    if (known.giver !== client)
      this.#coverage.count("command that an outbox kept over a reload was accepted");
  }

  #goalsIn(room: string): Map<string, number> {
    const known = this.#goals.get(room) ?? new Map();
    this.#goals.set(room, known);
    return known;
  }
}

import type { RecordOf } from "../history/record.js";
import type { Life } from "./life.js";
import { type RoomCase, type RoomRecord, type Rule, report } from "./room-case.js";

type Telling = { record: RoomRecord; source: number; name: "early broadcast" | "early answer" };

/** Where the run wrote down every commit: nothing is heard or answered before it (G2, G7). */
export class Early implements Rule {
  readonly #case: RoomCase;
  readonly #committed = new Set<string>();
  /** What was told of numbers that are not committed yet, the first of each. */
  readonly #told = new Map<string, Telling>();

  constructor(of: RoomCase) {
    this.#case = of;
  }

  take(record: RoomRecord, source: number): void {
    if (!this.#case.seesCommits) return;
    switch (record.kind) {
      case "committed":
        this.#commit(record, source);
        break;
      case "heard":
        for (const [seq] of record.events) this.#tell(record.epoch, seq, record, source);
        break;
      case "snapshot":
        this.#tell(record.epoch, record.seq, record, source);
        break;
      case "joined":
        this.#tell(record.epoch, record.head, record, source);
        break;
      case "beacon":
        this.#tell(this.#lifeOfHead(record)?.epoch, record.head, record, source);
        break;
      case "answered":
        if (record.outcome.ok)
          this.#tell(this.#lifeOfCommand(record)?.epoch, record.outcome.seq, record, source);
    }
  }

  #tell(epoch: string | undefined, seq: number, record: RoomRecord, source: number): void {
    if (epoch === undefined) return;
    const key = `${epoch} ${seq}`;
    if (this.#committed.has(key) || this.#told.has(key)) return;
    const name = record.kind === "answered" ? "early answer" : "early broadcast";
    this.#told.set(key, { record, source, name });
  }

  #commit(commit: RecordOf<"committed">, source: number): void {
    this.#case.findings.happened("commits seen");
    const key = `${commit.epoch} ${commit.seq}`;
    this.#committed.add(key);
    const told = this.#told.get(key);
    if (!told || (told.record.at >= commit.at && told.source !== source)) return;
    const what = told.name === "early answer" ? "acknowledged" : "heard of";
    report(this.#case, told.name, {
      client: "client" in told.record ? told.record.client : "",
      seq: commit.seq,
      detail: `Event ${commit.seq} was ${what} ${commit.at - told.record.at} ms before it was committed.`,
      records: [told.record, commit],
    });
  }

  /** A beacon names no epoch. It may have been on its way when the log was replaced: then it is of the first that was so long. */
  #lifeOfHead({ at, head }: RecordOf<"beacon">): Life | undefined {
    const { lives } = this.#case;
    return lives.between(Number.NEGATIVE_INFINITY, at).find((life) => life.head >= head) ?? lives.at(at);
  }

  /** Nor does an answer. Where no log has the command there, another promise was broken. */
  #lifeOfCommand({ client, command, outcome }: RecordOf<"answered">): Life | undefined {
    const { lives, clients } = this.#case;
    const player = clients.playerOf(client);
    return lives.all.find((life) => outcome.ok && life.agrees(player, command, outcome.seq));
  }
}

import type { Life } from "./life.js";
import { type RoomCase, type RoomRecord, type Rule, report } from "./room-case.js";

/** G1: the numbers of a log are 1, 2, 3 … to its head, or those from the oldest that is kept. And there is a log at all, where somebody heard of one. */
export class Gapless implements Rule {
  readonly #case: RoomCase;
  #firstHeard: RoomRecord | null = null;

  constructor(of: RoomCase) {
    this.#case = of;
  }

  take(record: RoomRecord): void {
    if (record.kind === "heard" || record.kind === "snapshot" || record.kind === "joined")
      this.#firstHeard ??= record;
  }

  finish(): void {
    const { lives, findings } = this.#case;
    findings.count("rooms");
    findings.count("lives of logs", lives.all.length);
    if (lives.all.length > 1) findings.happened("restored logs");
    for (const life of lives.all) this.#judge(life);
    if (lives.all.length > 0 || !this.#firstHeard) return;
    const detail = "Somebody heard this room, and the history has no log of it.";
    report(this.#case, "missing log", { detail, records: [this.#firstHeard] });
  }

  #judge(life: Life): void {
    const { events, head, first, epoch, records } = life;
    this.#case.findings.count("events in logs", events.length);
    if (first > 1) this.#case.findings.happened("trimmed logs");
    const hole = holeIn(life);
    if (hole === null) return;
    const { seq, found } = hole;
    const detail = `The log of epoch ${epoch} should have ${seq} and a head of ${head}: ${found}.`;
    report(this.#case, "hole in the log", { seq, detail, records });
  }
}

/** The first number that a log lacks, or that nothing stands for, and what is there instead; null where it lacks none. */
function holeIn({ events, head, first, base }: Life): { seq: number; found: string } | null {
  if (first > 1 && (base === null || base.seq < first - 1))
    return {
      seq: (base?.seq ?? 0) + 1,
      found: `it begins with ${first}, and nothing stands for what was trimmed`,
    };
  const wrong = events.findIndex(({ seq }, index) => seq !== first + index);
  if (wrong !== -1) return { seq: first + wrong, found: `number ${events[wrong]?.seq} stands there` };
  const last = first - 1 + events.length;
  return last === head ? null : { seq: Math.min(last, head) + 1, found: `it ends with ${last}` };
}

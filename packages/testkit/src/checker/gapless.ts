import type { Life } from "./life.js";
import { type RoomCase, type RoomRecord, type Rule, report } from "./room-case.js";

/** G1: the numbers of a log are 1, 2, 3 … to its head. And there is a log at all, where somebody heard of one. */
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

  #judge({ events, head, epoch, records }: Life): void {
    this.#case.findings.count("events in logs", events.length);
    const wrong = events.findIndex(({ seq }, index) => seq !== index + 1);
    if (wrong === -1 && events.length === head) return;
    const seq = wrong === -1 ? Math.min(events.length, head) + 1 : wrong + 1;
    const found =
      wrong === -1 ? `there are ${events.length} events` : `number ${events[wrong]?.seq} stands there`;
    const detail = `The log of epoch ${epoch} should have ${seq} and a head of ${head}: ${found}.`;
    report(this.#case, "hole in the log", { seq, detail, records });
  }
}

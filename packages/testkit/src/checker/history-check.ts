import type { HistoryRecord, RecordOf } from "../history/record.js";
import { Clients } from "./clients.js";
import { Findings } from "./findings.js";
import { Lives } from "./lives.js";
import { merged } from "./merged.js";
import type { RoomRecord } from "./room-case.js";
import { RoomCheck } from "./room-check.js";
import type { Verdict } from "./verdict.js";

/** What a room's records are judged against. */
export type LogRecord = RecordOf<"log"> | RecordOf<"restored">;

/** Checks a history some rooms at a time, so that what is kept in memory is theirs only. */
export class HistoryCheck {
  readonly #findings = new Findings();
  readonly #clients = new Clients(this.#findings);
  readonly #seesCommits: boolean;

  /** @param seesCommits whether the run wrote down every commit */
  constructor(seesCommits: boolean) {
    this.#seesCommits = seesCommits;
  }

  /** Takes what belongs to no room. All of it, before any room. */
  clients(records: Iterable<HistoryRecord>): void {
    for (const record of records) {
      if ("room" in record) continue;
      this.#findings.count("records");
      this.#clients.take(record);
    }
  }

  /**
   * Judges some rooms.
   *
   * @param logs of these rooms, in order
   * @param sources all their other records, each source in the order of its time
   */
  rooms(logs: Iterable<LogRecord>, sources: readonly Iterable<RoomRecord>[]): void {
    const checks = new Map<string, RoomCheck>();
    for (const [room, of] of byRoom(logs)) checks.set(room, this.#check(room, of));
    for (const { item, source } of merged(sources)) {
      this.#findings.count("records");
      const check = checks.get(item.room) ?? this.#check(item.room, []);
      checks.set(item.room, check);
      check.take(item, source);
    }
    for (const check of checks.values()) check.finish();
  }

  finish(): Verdict {
    this.#clients.finish();
    return this.#findings.verdict();
  }

  #check(room: string, records: readonly LogRecord[]): RoomCheck {
    this.#findings.count("records", records.length);
    const logs = records.filter((record) => record.kind === "log");
    const restored = records.filter((record) => record.kind === "restored");
    return new RoomCheck({
      room,
      lives: new Lives(logs, restored),
      clients: this.#clients,
      findings: this.#findings,
      seesCommits: this.#seesCommits,
    });
  }
}

function byRoom(logs: Iterable<LogRecord>): Map<string, LogRecord[]> {
  const rooms = new Map<string, LogRecord[]>();
  for (const record of logs) {
    const others = rooms.get(record.room);
    if (others) others.push(record);
    else rooms.set(record.room, [record]);
  }
  return rooms;
}

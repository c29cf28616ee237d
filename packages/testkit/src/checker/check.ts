import type { HistoryRecord } from "../history/record.js";
import { HistoryCheck, type LogRecord } from "./history-check.js";
import type { RoomRecord } from "./room-case.js";
import type { Verdict } from "./verdict.js";

/**
 * Checks a history that is in memory: whether it keeps G1 to G11 and G13.
 *
 * @param sources one list for each process that recorded, in the order of its time
 */
export function check(...sources: (readonly HistoryRecord[])[]): Verdict {
  const history = new HistoryCheck(
    sources.some((records) => records.some(({ kind }) => kind === "committed")),
  );
  for (const records of sources) history.clients(records);
  history.rooms(
    sources.flatMap((records) => records.filter(isLog)),
    sources.map((records) => records.filter(isOfRoom)),
  );
  return history.finish();
}

export function isLog(record: HistoryRecord): record is LogRecord {
  return record.kind === "log" || record.kind === "restored";
}

export function isOfRoom(record: HistoryRecord): record is RoomRecord {
  return "room" in record && !isLog(record);
}

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HistoryRecord, parseRecord } from "../history/record.js";
import { isLog, isOfRoom } from "./check.js";
import { fileLines } from "./file-lines.js";
import { HistoryCheck } from "./history-check.js";
import { splitByRoom } from "./split-by-room.js";
import type { Verdict } from "./verdict.js";

/**
 * Checks a history on disk, of any size: as `check`, some rooms at a time.
 *
 * @param folder its files end in `.jsonl`; each was written by one process
 * @throws where there is no such file, and for a line that is no record
 */
export function checkFolder(folder: string): Verdict {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .map((name) => join(folder, name));
  if (files.length === 0) throw new Error(`There is no history in ${folder}: no file ends in .jsonl`);
  const parts = mkdtempSync(join(tmpdir(), "history-"));
  try {
    return checkParts(files, parts);
  } finally {
    rmSync(parts, { recursive: true, force: true });
  }
}

function checkParts(files: readonly string[], into: string): Verdict {
  const split = splitByRoom(files, into);
  const history = new HistoryCheck(split.seesCommits);
  history.clients(split.clients);
  for (const { logs, sources } of split.parts) {
    const records = sources.map((path) => only(recordsOf(path), isOfRoom));
    history.rooms(logs ? only(recordsOf(logs), isLog) : [], records);
    for (const path of logs ? [logs, ...sources] : sources) rmSync(path);
  }
  return history.finish();
}

function* recordsOf(path: string): Generator<HistoryRecord> {
  for (const line of fileLines(path)) yield parseRecord(line.toString());
}

function* only<Wanted extends HistoryRecord>(
  records: Iterable<HistoryRecord>,
  isWanted: (record: HistoryRecord) => record is Wanted,
): Generator<Wanted> {
  for (const record of records) if (isWanted(record)) yield record;
}

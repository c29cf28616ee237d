import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { HistoryWriter } from "../history/history-writer.js";
import type { HistoryRecord } from "../history/record.js";
import { madeHistory } from "../testing/made-run.js";
import { Planting } from "../testing/plant.js";
import { check } from "./check.js";
import { checkFolder } from "./check-folder.js";
import { verdictTable } from "./verdict-table.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "check-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Three rooms, one after the other. */
const records = [1, 2, 3].flatMap((number) => madeHistory({ seed: number, number, restored: number === 2 }));

function write(history: readonly HistoryRecord[], files = 3): void {
  const writers = Array.from(
    { length: files },
    (_, file) => new HistoryWriter(join(folder, `${file}.jsonl`)),
  );
  const clients = new Map<string, number>();
  for (const record of [...history].sort((one, other) => one.at - other.at)) {
    const client = "client" in record ? record.client : "";
    const file = clients.get(client) ?? clients.size % files;
    clients.set(client, file);
    writers[file]?.append(record);
  }
  for (const writer of writers) writer.close();
}

it("CHECK-3 finds in the files of a run what it finds in memory", () => {
  write(records, 1);
  const verdict = checkFolder(folder);
  expect(verdict.found).toEqual({});
  expect(verdict.figures).toEqual(check(records).figures);
  expect(verdict.figures).toMatchObject({ rooms: 3, records: records.length, "lives of logs": 4 });
});

it("CHECK-3 finds what is planted, whichever file it stands in", () => {
  const history = new Planting(records);
  history.first("held").state = 1;
  history.drop(history.first("settled"));
  write(history.records);
  const verdict = checkFolder(folder);
  expect(verdict.found).toEqual({ "wrong state": 1, "never settled": 1 });
  expect(verdictTable(verdict)).toContain("2 violations.");
});

it("reads past a last line that its writer could not end", () => {
  write(records);
  appendFileSync(join(folder, "0.jsonl"), '{"kind":"connected","at":9');
  expect(checkFolder(folder).found).toEqual({});
});

it("refuses a line that is no record, and a folder without a history", () => {
  expect(() => checkFolder(folder)).toThrow("no history");
  write(records);
  appendFileSync(join(folder, "0.jsonl"), `{"kind":"asked","at":1,"room":"${records.length}"}\n`);
  expect(() => checkFolder(folder)).toThrow("Not a record");
});

import { appendFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type HistoryRecord, parseRecord } from "../history/record.js";
import { fileLines } from "./file-lines.js";

/** Some rooms of a history: files with their records. */
export interface Part {
  /** With the logs, or null where there are none. */
  logs: string | null;
  /** One for each file of the history that says anything of these rooms, in the order of its time. */
  sources: string[];
}

export interface SplitHistory {
  /** What belongs to no room. */
  clients: HistoryRecord[];
  parts: Part[];
  seesCommits: boolean;
}

/** How large a part may become, in bytes: its logs are in memory at one time. */
const PART_BYTES = 96 * 1_024 * 1_024;
const MOST_PARTS = 128;
const FLUSH_AT_BYTES = 256 * 1_024;

// As `HistoryWriter` writes them: the kind first, and the room before anything that may name another one. Inside a text the
// quotes would be escaped.
const ROOM = Buffer.from('"room":"');
const LOG = Buffer.from('{"kind":"log"');
const RESTORED = Buffer.from('{"kind":"restored"');
const COMMITTED = Buffer.from('{"kind":"committed"');
const CREATED = Buffer.from('{"kind":"creation-answered"');
const UUID_LENGTH = 36;
const NEWLINE = Buffer.from("\n");

/**
 * Sorts the lines of a history by their rooms, into files below `into`. Lines are moved as they are, unread: reading them is
 * what takes time, and is done once, later.
 */
export function splitByRoom(files: readonly string[], into: string): SplitHistory {
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const count = Math.min(MOST_PARTS, Math.max(1, Math.ceil(bytes / PART_BYTES)));
  const split: SplitHistory = { clients: [], parts: [], seesCommits: false };
  split.parts = Array.from({ length: count }, () => ({ logs: null, sources: [] }));
  for (const [source, file] of files.entries()) splitFile(file, source, into, split);
  return split;
}

function splitFile(file: string, source: number, into: string, split: SplitHistory): void {
  const files = new Map<string, Appending>();
  const append = (path: string, line: Buffer): void => {
    const appending = files.get(path) ?? new Appending(path);
    files.set(path, appending);
    appending.add(line);
  };
  for (const line of fileLines(file)) {
    const room = roomIn(line);
    if (room === null) {
      split.clients.push(parseRecord(line.toString()));
      continue;
    }
    if (beginsWith(line, COMMITTED)) split.seesCommits = true;
    const index = partOf(room, split.parts.length);
    const part = split.parts[index];
    if (!part) continue;
    if (beginsWith(line, LOG) || beginsWith(line, RESTORED)) {
      part.logs ??= join(into, `${index}-logs.jsonl`);
      append(part.logs, line);
    } else {
      const path = join(into, `${index}-${source}.jsonl`);
      if (!files.has(path)) part.sources.push(path);
      append(path, line);
    }
  }
  for (const appending of files.values()) appending.flush();
}

function roomIn(line: Buffer): Buffer | null {
  // It names the room that was made, and belongs to none.
  const found = beginsWith(line, CREATED) ? -1 : line.indexOf(ROOM);
  if (found === -1) return null;
  const begin = found + ROOM.length;
  return line.subarray(begin, begin + UUID_LENGTH);
}

function partOf(room: Buffer, parts: number): number {
  let hash = 0;
  for (const byte of room) hash = (Math.imul(hash, 31) + byte) >>> 0;
  return hash % parts;
}

function beginsWith(line: Buffer, text: Buffer): boolean {
  return line.length >= text.length && text.compare(line, 0, text.length) === 0;
}

/** A file that lines are added to, many at a time. */
class Appending {
  readonly #path: string;
  #lines: Buffer[] = [];
  #bytes = 0;

  constructor(path: string) {
    this.#path = path;
  }

  add(line: Buffer): void {
    // A copy: the line itself is gone when the next one is read.
    this.#lines.push(Buffer.from(line), NEWLINE);
    this.#bytes += line.length + 1;
    if (this.#bytes >= FLUSH_AT_BYTES) this.flush();
  }

  flush(): void {
    if (this.#bytes > 0) appendFileSync(this.#path, Buffer.concat(this.#lines));
    this.#lines = [];
    this.#bytes = 0;
  }
}

import type { RoomId } from "@rejoin/protocol";
import type { EventLog, LogPage } from "./event-log.js";
import { sizeOf } from "./size-of.js";

/** Events in one read. Reads begin at its multiples, so that readers who miss nearly the same share them. */
const PAGE = 200;
/** How many bytes of pages stay in memory, about. */
const KEPT_BYTES = 33_554_432;

/**
 * Reads of logs that many readers share: whoever asks for what is being read waits for the same answer, and full pages
 * stay in memory for the next ones, the last used the longest. What is in a log never changes within an epoch.
 */
export class SharedReads {
  readonly #log: Pick<EventLog, "read">;
  readonly #mostBytes: number;
  readonly #underWay = new Map<string, Promise<LogPage | null>>();
  readonly #full = new Map<string, KeptPage>();
  #bytes = 0;

  /** @param mostBytes what the pages in memory may occupy, about */
  constructor(log: Pick<EventLog, "read">, mostBytes = KEPT_BYTES) {
    this.#log = log;
    this.#mostBytes = mostBytes;
  }

  /**
   * Some events after a number: at least one, where there is one. As for the rest, see `EventLog.read`; `head` and `first`
   * may be those of a moment ago.
   *
   * @param epoch the one that the reader knows; the page says which one it is of
   */
  async after(room: RoomId, epoch: string, seq: number): Promise<LogPage | null> {
    const page = await this.#page(room, epoch, seq - (seq % PAGE));
    const events = page?.events.filter((event) => event.seq > seq) ?? [];
    // A read that had begun before may have missed the newest, and one that begins lower what was trimmed meanwhile.
    return page && events.length > 0 ? { ...page, events } : this.#log.read(room, seq, PAGE);
  }

  #page(room: RoomId, epoch: string, start: number): Promise<LogPage | null> {
    const key = `${room} ${epoch} ${start}`;
    const kept = this.#full.get(key);
    if (kept) return Promise.resolve(this.#use(key, kept));
    const reading = this.#underWay.get(key) ?? this.#read(key, room, epoch, start);
    this.#underWay.set(key, reading);
    return reading;
  }

  #use(key: string, kept: KeptPage): LogPage {
    this.#full.delete(key);
    this.#full.set(key, kept);
    return kept.page;
  }

  async #read(key: string, room: RoomId, epoch: string, start: number): Promise<LogPage | null> {
    try {
      const page = await this.#log.read(room, start, PAGE);
      if (page?.epoch === epoch && page.events.length === PAGE) this.#keep(key, page);
      return page;
    } finally {
      this.#underWay.delete(key);
    }
  }

  #keep(key: string, page: LogPage): void {
    const bytes = page.events.reduce((sum, event) => sum + sizeOf(event), 0);
    this.#full.set(key, { page, bytes });
    this.#bytes += bytes;
    for (const [oldest, { bytes }] of this.#full) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#full.delete(oldest);
      this.#bytes -= bytes;
    }
  }
}

interface KeptPage {
  page: LogPage;
  bytes: number;
}

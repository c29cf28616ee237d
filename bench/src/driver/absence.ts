import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { Return } from "./messages.js";
import type { Seat, Table } from "./table.js";

const AGAIN_AFTER_MS = 250;
/** Messages of one speaker that are not acknowledged at any time, while the others are away. */
const IN_FLIGHT = 50;

/** What happens while all but the first of each table are away, and when they come back. */
export class Absence {
  readonly #tables: readonly Table[];

  constructor(tables: readonly Table[]) {
    this.#tables = tables;
  }

  /** Everybody but the first of each table is gone at once. */
  begin(): void {
    for (const { seats } of this.#tables) for (const { member } of seats.slice(1)) member.cut();
  }

  /** The first of each table says so many messages. Resolves when all are acknowledged. */
  async talk(messages: number): Promise<void> {
    await Promise.all(this.#tables.map((table) => talkAt(table, messages)));
  }

  /** Everybody comes back at once. Resolves when they have heard everything, or their time is over. */
  async end(withinMs: number): Promise<Return> {
    const begun = performance.now();
    const signal = AbortSignal.timeout(withinMs);
    // Everybody listens to it.
    setMaxListeners(0, signal);
    const back = this.#tables.flatMap((table) =>
      table.seats.slice(1).map(async (seat) => {
        await comeBack(table, seat, signal);
        return performance.now() - begun;
      }),
    );
    const settled = await Promise.allSettled(back);
    const absent = this.#tables.flatMap(({ seats }) => seats.slice(1));
    return {
      times: settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])),
      late: settled.filter(({ status }) => status === "rejected").length,
      missing: this.#tables.reduce((sum, { undelivered }) => sum + undelivered, 0),
      received: absent.reduce((sum, { member }) => sum + member.traffic().received, 0),
    };
  }
}

function talkAt(table: Table, messages: number): Promise<void> {
  const [speaker] = table.seats;
  return new Promise((resolve) => {
    let said = 0;
    let acknowledged = 0;
    const goOn = (): void => {
      if (said === messages || !speaker) return;
      said += 1;
      table.say(speaker, undefined, () => {
        acknowledged += 1;
        if (acknowledged === messages) resolve();
        else goOn();
      });
    };
    for (let turn = 0; turn < IN_FLIGHT; turn += 1) goOn();
  });
}

/** Comes back until it is let in, and waits until it has heard everything. Rejects when its time is over. */
async function comeBack(table: Table, seat: Seat, signal: AbortSignal): Promise<void> {
  const level = table.level(seat, signal);
  level.catch(() => undefined);
  while (!signal.aborted && !(await isLetIn(seat))) await wait(AGAIN_AFTER_MS);
  await level;
}

async function isLetIn({ member }: Seat): Promise<boolean> {
  try {
    await member.comeBack();
    return true;
  } catch {
    return false;
  }
}

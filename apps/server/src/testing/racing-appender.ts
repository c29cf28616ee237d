import { randomUUID } from "node:crypto";
import type { AppendResult, EventLog, NewEvent } from "../log/event-log.js";
import { append, said } from "./samples.js";

/** A command that the log acknowledged. */
export interface Acknowledged {
  room: string;
  commandId: string;
  seq: number;
}

/** Makes numbers of the same sequence for the same seed, so that a race at least begins alike each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/**
 * Appends as servers do: on the head that it believes in, and again on the real one after a conflict. An unknown
 * outcome is settled by asking again with the same command ids.
 *
 * @param count how many appends, of one to three events each, to rooms drawn at random
 * @returns everything that was acknowledged
 */
export async function appendAtRandom(
  log: EventLog,
  rooms: readonly string[],
  actor: string,
  options: { count: number; seed: number; conflict?: () => void; unknown?: () => void },
): Promise<Acknowledged[]> {
  const random = seeded(options.seed);
  const acknowledged: Acknowledged[] = [];
  const heads = new Map<string, number>();
  for (let turn = 0; turn < options.count; turn += 1) {
    const room = rooms[Math.floor(random() * rooms.length)] ?? "";
    const events = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      said(actor, `turn ${turn}`, { commandId: `${actor.slice(0, 8)}-${randomUUID()}` }),
    );
    const seqs = await appendUntilSettled(log, room, events, heads, options);
    events.forEach(({ commandId }, index) => {
      acknowledged.push({ room, commandId, seq: seqs[index] ?? 0 });
    });
  }
  return acknowledged;
}

async function appendUntilSettled(
  log: EventLog,
  room: string,
  events: readonly NewEvent[],
  heads: Map<string, number>,
  heard: { conflict?: () => void; unknown?: () => void },
): Promise<number[]> {
  for (;;) {
    const expected = heads.get(room) ?? 0;
    const result = await log.append(append(room, expected, events)).catch(() => null);
    if (result === null) {
      heard.unknown?.();
      continue;
    }
    const seqs = seqsOf(result);
    if (seqs) {
      heads.set(room, Math.max(expected, ...seqs));
      return seqs;
    }
    heard.conflict?.();
    heads.set(room, (await log.heads([room]).catch(() => heads))?.get(room) ?? expected);
  }
}

function seqsOf(result: AppendResult): number[] | null {
  if (result.kind === "appended") return result.events.map(({ seq }) => seq);
  if (result.kind === "known") return result.commands.map(({ seq }) => seq).sort((one, other) => one - other);
  return null;
}

/** Every event of a room, read in pages. */
export async function readAll(log: EventLog, room: string) {
  const events = [];
  for (;;) {
    const page = await log.read(room, events.length, 1_000);
    if (!page || page.events.length === 0) return events;
    events.push(...page.events);
  }
}

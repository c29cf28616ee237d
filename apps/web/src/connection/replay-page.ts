import { parse, type RecordedEvent, type ReplayAnswer, replayAnswer } from "@rejoin/protocol";
import { nextTask, sliceOf } from "../time/slice";
import { type Answer, callUnparsed } from "./http";

/** How many events are parsed before it is asked whether there is time for more. */
const PART = 50;

/** Asks for a page of a log: the events after a number. Parsed in slices, for a page may be long. */
export async function callForReplay(
  room: string,
  { after, limit }: { after: number; limit: number },
  signal: AbortSignal,
): Promise<Answer<ReplayAnswer>> {
  const answer = await callUnparsed(`/api/rooms/${room}/events?after=${after}&limit=${limit}`, { signal });
  return answer.ok ? parseInSlices(answer.value, signal) : answer;
}

async function parseInSlices(body: unknown, signal: AbortSignal): Promise<Answer<ReplayAnswer>> {
  const unparsed = (body as { events?: unknown } | null)?.events;
  const frame = parse(replayAnswer, Array.isArray(unparsed) ? { ...(body as object), events: [] } : body);
  if (!frame.ok || !Array.isArray(unparsed)) return frame;
  const events: RecordedEvent[] = [];
  let mayGoOn = sliceOf();
  for (let from = 0; from < unparsed.length; from += PART) {
    if (!mayGoOn()) {
      await nextTask();
      signal.throwIfAborted();
      mayGoOn = sliceOf();
    }
    const part = parse(replayAnswer, { ...frame.value, events: unparsed.slice(from, from + PART) });
    if (!part.ok) return part;
    events.push(...part.value.events);
  }
  return { ok: true, value: { ...frame.value, events } };
}

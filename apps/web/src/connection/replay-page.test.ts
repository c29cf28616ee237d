import { afterEach, describe, expect, it, vi } from "vitest";
import { ADA, BEGUN, logOf, type Step } from "../testing/log-of";
import { callForReplay } from "./replay-page";

const talk: Step[] = Array.from({ length: 990 }, (_, index) => [ADA, { type: "say", text: `word ${index}` }]);
const { events } = logOf(...BEGUN, ...talk);
const page = { epoch: "e1", head: events.length, first: 1, events };

afterEach(() => vi.unstubAllGlobals());

/** The server answers with this, whatever is asked. */
function answering(body: unknown, status = 200): AbortController {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(body), { status }));
  return new AbortController();
}

const ask = ({ signal }: AbortController) => callForReplay("ABC234", { after: 0, limit: 1_000 }, signal);

describe("a page of a replay", () => {
  it("LONG-2 is parsed a little at a time, and is whole in the end", async () => {
    const abort = answering(page);
    let now = 0;
    let tasks = 0;
    vi.stubGlobal("performance", { now: () => now++ });
    const inBetween = setInterval(() => tasks++);
    expect(await ask(abort)).toEqual({ ok: true, value: page });
    clearInterval(inBetween);
    expect(tasks).toBeGreaterThan(1);
  });

  it.each([
    ["a frame that is none", { ...page, epoch: 7 }],
    ["an event that is none", { ...page, events: [...events.slice(0, 700), { seq: 701 }] }],
    ["something else instead of events", { ...page, events: "none" }],
    ["nothing", null],
  ])("is refused by name for %s", async (_, body) => {
    expect(await ask(answering(body))).toMatchObject({ ok: false, refusal: { code: "invalid-message" } });
  });

  it("is a refusal where the server refuses", async () => {
    const refusal = { code: "room-not-found", message: "There is no such room.", retryable: false };
    expect(await ask(answering({ refusal }, 404))).toEqual({ ok: false, refusal });
  });

  it("is given up when nobody waits for it any more", async () => {
    const abort = answering(page);
    const asked = ask(abort);
    abort.abort();
    let now = 0;
    vi.stubGlobal("performance", { now: () => now++ });
    await expect(asked).rejects.toThrow();
  });
});

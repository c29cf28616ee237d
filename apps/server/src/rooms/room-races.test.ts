import type { AnyRoomCommand } from "@rejoin/rules";
import fc from "fast-check";
import { expect, it } from "vitest";
import { MemoryLog } from "../log/memory-log.js";
import { type AppendPlan, FaultyLog } from "../testing/faulty-log.js";
import { ada, bob, carol, type Somebody } from "../testing/people.js";
import { fold, openTable, RoomServer } from "../testing/room-server.js";
import type { OrderOutcome } from "./order.js";
import type { Position } from "./position.js";

const people = [ada, bob, carol];

/** Somebody asks one of the servers for something, with an id that may have been used before. */
interface Ask {
  server: number;
  who: number;
  commandId: string;
  command: AnyRoomCommand;
}
type Fault = AppendPlan["outcome"] | "none";

const command: fc.Arbitrary<AnyRoomCommand> = fc.oneof(
  fc.constant({ type: "say", text: "hello" } as const),
  fc.record({ type: fc.constant("take-seat" as const), seat: fc.nat({ max: 2 }) }),
  fc.constant({ type: "leave-seat" } as const),
  fc.record({ type: fc.constant("ready" as const), ready: fc.boolean() }),
  fc.constant({ type: "start" } as const),
);
const ask: fc.Arbitrary<Ask> = fc.record({
  server: fc.nat({ max: 1 }),
  who: fc.nat({ max: people.length - 1 }),
  commandId: fc.nat({ max: 25 }).map((number) => `id-${number}`),
  command,
});
const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 8, arbitrary: fc.constant("none" as const) },
  { weight: 1, arbitrary: fc.constant("answer-lost" as const) },
  { weight: 1, arbitrary: fc.constant("never-arrives" as const) },
);

interface Answered extends Ask {
  outcome: OrderOutcome;
  /** The highest number that anybody had been told of when this was asked. */
  toldBefore: number;
}

it("ROOM-12 two servers on one log keep every rule, in whatever order things happen", async () => {
  const met = { conflicts: 0, unknown: 0, refused: 0, accepted: 0, repeated: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(ask, { minLength: 12, maxLength: 40 }),
      fc.array(fault, { minLength: 20, maxLength: 20 }),
      async (scheduler, asks, faults) => {
        const memory = new MemoryLog();
        const id = await openTable(memory);
        const logs = [0, 1].map((number) => {
          const log = new FaultyLog(memory);
          for (const [index, outcome] of faults.entries()) {
            if (index % 2 !== number) continue;
            // Each append reaches the log, and is answered, when the scheduler says so.
            log.plan({
              get before() {
                return scheduler.schedule(Promise.resolve(), "arrives");
              },
              get after() {
                return scheduler.schedule(Promise.resolve(), "answered");
              },
              ...(outcome && outcome !== "none" && { outcome }),
            });
          }
          return log;
        });
        const servers = logs.map((log) => new RoomServer(log));
        const answers: Answered[] = [];
        let told = 0;
        const all = asks.map((one) =>
          scheduler.schedule(Promise.resolve(), "asks").then(async () => {
            const toldBefore = told;
            const outcome = await askOne(servers, id, one);
            if (outcome.ok) told = Math.max(told, outcome.seq);
            answers.push({ ...one, outcome, toldBefore });
          }),
        );
        await scheduler.waitFor(Promise.all(all));

        await expectRules(memory, id, servers, answers);
        // Whatever was left open is settled by asking again.
        for (const open of answers.filter(({ outcome }) => !outcome.ok && outcome.refusal.retryable)) {
          met.unknown += 1;
          const outcome = await scheduler.waitFor(settle(servers, id, open));
          answers.push({ ...open, outcome });
        }
        await expectRules(memory, id, servers, answers);
        count(met, logs, answers);
      },
    ),
    { numRuns: 250 },
  );
  // A run in which nothing went wrong would prove nothing.
  for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(100);
}, 60_000);

function askOne(servers: readonly RoomServer[], id: string, one: Ask): Promise<OrderOutcome> {
  const server = servers[one.server] as RoomServer;
  return server.say(id, people[one.who] as Somebody, one.command, one.commandId);
}

async function settle(servers: readonly RoomServer[], id: string, one: Ask): Promise<OrderOutcome> {
  for (;;) {
    const outcome = await askOne(servers, id, one);
    if (outcome.ok || !outcome.refusal.retryable) return outcome;
  }
}

async function expectRules(
  log: MemoryLog,
  id: string,
  servers: readonly RoomServer[],
  answers: readonly Answered[],
): Promise<void> {
  const { events } = await fold(log, id);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const keys = events.map(({ actor, commandId }) => `${actor} ${commandId}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { who, commandId, outcome, toldBefore } of answers) {
    const key = `${people[who]?.id} ${commandId}`;
    const times = answers.filter((other) => other.who === who && other.commandId === commandId).length;
    if (outcome.ok) expect(keys[outcome.seq - 1]).toBe(key);
    // Asked once, it is settled once: refused for good it left nothing, accepted it came after all that had been told.
    if (times > 1) continue;
    if (outcome.ok) expect(outcome.seq).toBeGreaterThan(toldBefore);
    else if (!outcome.refusal.retryable) expect(keys).not.toContain(key);
  }
  for (const server of servers) {
    const room = await server.room(id);
    await room.refresh();
    await expectPublished(log, id, server, room.position);
  }
}

/** What a server published continues what it loaded, without a hole, and is the log. */
async function expectPublished(log: MemoryLog, id: string, server: RoomServer, position: Position) {
  const { events, state } = await fold(log, id);
  const published = server.published.flatMap((run) => run.events);
  const first = published[0]?.seq ?? events.length + 1;
  expect(published).toEqual(events.slice(first - 1));
  expect(position).toEqual({ head: events.length, state });
}

function count(met: Record<string, number>, logs: readonly FaultyLog[], answers: readonly Answered[]): void {
  const keys = answers.map(({ who, commandId }) => `${who} ${commandId}`);
  const add = (what: string, times: number) => {
    met[what] = (met[what] ?? 0) + times;
  };
  const asked = logs.flatMap(({ appends }) => appends.map(({ expectedHead }) => expectedHead));
  add("conflicts", asked.length - new Set(asked).size);
  add("accepted", answers.filter(({ outcome }) => outcome.ok).length);
  add("refused", answers.filter(({ outcome }) => !outcome.ok && !outcome.refusal.retryable).length);
  add("repeated", keys.length - new Set(keys).size);
}

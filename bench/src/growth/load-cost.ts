import { setTimeout as wait } from "node:timers/promises";
import type { Backing } from "../backing/backing.js";
import type { Counted } from "../driver/drivers.js";
import type { Rest } from "../driver/messages.js";
import type { MeasuredServer } from "../servers/measured-server.js";
import type { PanelPlan, Patience, Step } from "./axis.js";

/** Members who speak by a timetable and count what they hear, wherever they live. */
export interface Speakers {
  recite(messagesPerSecond: number): Promise<void>;
  mark(): Promise<void>;
  take(): Promise<Pick<Counted, "acknowledged" | "delivered" | "latency" | "seconds">>;
  rest(): Promise<Rest>;
}

export interface LoadCostParts {
  backing: Pick<Backing, "cpu">;
  server: Pick<MeasuredServer, "cpu">;
  speakers: Speakers;
  messagesPerSecond: number;
  patience: Patience;
}

const MICROS = 1_000_000;
const MILLIS = 1_000;
const MIB = 1_048_576;

/** What every load is shown by. */
export const costPanel: PanelPlan = {
  title: "Processor time of one command, beyond idling",
  unit: "µs",
  series: [
    { key: "serverPerCommand", label: "server" },
    { key: "postgresPerCommand", label: "Postgres" },
  ],
};
export const waitPanel: PanelPlan = {
  title: "From saying something until a member hears it",
  unit: "ms",
  series: [
    { key: "p50", label: "half of them within" },
    { key: "p99", label: "99 of 100 within" },
  ],
};
export const idlePanel: PanelPlan = {
  title: "Processor time of idling: nobody speaks",
  unit: "ms a second",
  series: [
    { key: "idleServer", label: "server" },
    { key: "idlePostgres", label: "Postgres" },
  ],
};
export const memoryPanel: PanelPlan = {
  title: "Memory of the server, without what is garbage",
  unit: "MiB",
  series: [{ key: "memory", label: "in all" }],
};

/**
 * Looks at everybody being silent, and then at a load by a timetable. What silence costs is taken off what the load cost, so
 * that it is not counted as if the events had cost it.
 */
export async function loadCost(parts: LoadCostParts): Promise<Omit<Step, "size">> {
  const { speakers, messagesPerSecond, patience } = parts;
  await wait(patience.settle * 1_000);
  const idle = await usedWithin(parts, patience.idle);
  await speakers.recite(messagesPerSecond);
  await wait(patience.warmUp * 1_000);
  await speakers.mark();
  const busy = await usedWithin(parts, patience.load);
  const { acknowledged, delivered, seconds } = await speakers.take();
  const rest = await speakers.rest();
  // What is late must not go uncounted: it is taken again when nothing more comes.
  const { latency } = await speakers.take();
  const beyond = {
    server: (busy.server - idle.server) * seconds * MICROS,
    postgres: (busy.postgres - idle.postgres) * seconds * MICROS,
  };
  return {
    figures: {
      serverPerCommand: beyond.server / acknowledged,
      postgresPerCommand: beyond.postgres / acknowledged,
      serverPerDelivery: beyond.server / delivered,
      p50: latency.p50,
      p99: latency.p99,
      idleServer: idle.server * MILLIS,
      idlePostgres: idle.postgres * MILLIS,
      commandsPerSecond: acknowledged / seconds,
      deliveredPerSecond: delivered / seconds,
    },
    problems: problemsOf(rest),
  };
}

/** What the server's memory holds, in MiB, after collecting garbage: all of it, and what of that is on its heap. */
export async function memoryOf(server: MeasuredServer): Promise<{ memory: number; heap: number }> {
  const { all, heap } = await server.inUse();
  return { memory: all / MIB, heap: heap / MIB };
}

/** Processor seconds that each uses in a second. */
async function usedWithin({ backing, server }: LoadCostParts, seconds: number) {
  const before = { at: performance.now(), server: server.cpu(), postgres: backing.cpu().postgres };
  await wait(seconds * 1_000);
  const took = (performance.now() - before.at) / 1_000;
  return {
    server: (server.cpu() - before.server) / took,
    postgres: (backing.cpu().postgres - before.postgres) / took,
  };
}

function problemsOf({ undelivered, problems }: Rest): string[] {
  return [...(undelivered > 0 ? [`${undelivered} deliveries never came`] : []), ...problems];
}

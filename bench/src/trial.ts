import { setTimeout as wait } from "node:timers/promises";
import type { Contender } from "./contenders/contender.js";
import type { Counted, Seating } from "./driver/drivers.js";
import type { Rest } from "./driver/messages.js";
import type { MeasuredServer } from "./servers/measured-server.js";
import type { Stand } from "./stand.js";

/** How members speak. */
export type Manner =
  /** Each with so many messages unacknowledged at any time: as fast as they are answered. */
  | { kind: "closed"; inFlight: number }
  /** All together so many a second, whatever comes of them. */
  | { kind: "open"; messagesPerSecond: number };

export interface Load {
  seating: Seating;
  manner: Manner;
  /** How long it goes on before anything is counted, in seconds. */
  warmUp: number;
  /** How long is counted, in seconds. */
  seconds: number;
}

/** What came of one load on one contender, once. */
export interface Trial {
  deliveredPerSecond: number;
  acknowledgedPerSecond: number;
  latency: Counted["latency"];
  /** Processor microseconds for each delivered event. NaN where it cannot be seen from here. */
  cpuMicros: { server: number; postgres: number; redis: number; drivers: number };
  /** Bytes for each delivered event: to those who hear it, and from those who speak. */
  bytes: { received: number; sent: number };
  /** How late the server's event loop was, in milliseconds. */
  loop: { p50: number; p99: number; max: number };
  /** The memory that the server occupied at the end, in bytes. */
  resident: number;
  hitches: Counted["hitches"];
  rest: Rest;
}

/** Puts a load on a contender that was just started. */
export function measure(stand: Stand, contender: Contender, load: Load): Promise<Trial> {
  return stand.with(contender, (server) => measureRunning(stand, contender, server, load));
}

async function measureRunning(
  stand: Stand,
  { speaks }: Contender,
  server: MeasuredServer,
  { seating, manner, warmUp, seconds }: Load,
): Promise<Trial> {
  const { drivers } = stand;
  try {
    await drivers.seat(server.url, speaks, seating);
    await drivers.connect();
    await drivers.join();
    if (manner.kind === "closed") await drivers.speak(manner.inFlight);
    else await drivers.recite(manner.messagesPerSecond);
    await wait(warmUp * 1_000);

    await server.watch();
    const before = cpuOf(stand, server);
    await drivers.mark();
    await wait(seconds * 1_000);
    const atEnd = await drivers.take();
    const after = cpuOf(stand, server);
    const { loop } = await server.watched();
    const resident = server.resident();

    const rest = await drivers.rest();
    // What is late in an open loop must not go uncounted: there it is taken again when nothing more comes.
    const { latency } = manner.kind === "open" ? await drivers.take() : atEnd;
    const each = (used: number): number => (used * 1_000_000) / atEnd.delivered;
    return {
      deliveredPerSecond: atEnd.delivered / atEnd.seconds,
      acknowledgedPerSecond: atEnd.acknowledged / atEnd.seconds,
      latency,
      cpuMicros: {
        server: each(after.server - before.server),
        postgres: each(after.postgres - before.postgres),
        redis: each(after.redis - before.redis),
        drivers: each(atEnd.cpu),
      },
      bytes: { received: atEnd.received / atEnd.delivered, sent: atEnd.sent / atEnd.delivered },
      loop,
      resident,
      hitches: atEnd.hitches,
      rest,
    };
  } finally {
    await drivers.leave();
  }
}

function cpuOf({ backing }: Stand, server: MeasuredServer) {
  return { server: server.cpu(), ...backing.cpu() };
}

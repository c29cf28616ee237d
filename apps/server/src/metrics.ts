import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** What this server counts. */
export class Metrics {
  readonly registry = new Registry();
  readonly #events = this.#counter(
    "rejoin_events_committed_total",
    "Events committed to the log by or before this server, as published here",
    [],
  );
  readonly #appends = this.#counter(
    "rejoin_appends_total",
    "Appends of a room, by how they ended: appended, conflict (another server was faster), known (a command asked again)",
    ["result"],
  );
  readonly #refusals = this.#counter("rejoin_refusals_total", "Messages refused", ["event", "code"]);
  readonly #failures = this.#counter("rejoin_failures_total", "Messages whose handling failed unexpectedly", [
    "event",
  ]);
  readonly #purged = this.#counter("rejoin_rooms_purged_total", "Closed rooms that were forgotten", []);
  readonly #connections = this.#gauge("rejoin_connections", "Open connections on /games");
  readonly #parked = this.#gauge(
    "rejoin_parked_readers",
    "Connections that are told nothing for now, since they do not read what they were told",
  );
  readonly #parkings = this.#counter("rejoin_parkings_total", "Times that a connection was parked", []);
  readonly #rooms = this.#gauge("rejoin_rooms_in_memory", "Rooms in memory");
  readonly #tooMany = this.#gauge(
    "rejoin_rooms_above_limit",
    "Rooms in memory above ROOMS_IN_MEMORY, since they are in use",
  );

  #parkedNow = 0;

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: "rejoin_" });
  }

  eventsPublished(count: number): void {
    this.#events.inc(count);
  }

  appended(result: string): void {
    this.#appends.inc({ result });
  }

  refused(event: string, code: string): void {
    this.#refusals.inc({ event, code });
  }

  failed(event: string): void {
    this.#failures.inc({ event });
  }

  connections(count: number): void {
    this.#connections.set(count);
  }

  rooms(count: number, tooMany: number): void {
    this.#rooms.set(count);
    this.#tooMany.set(tooMany);
  }

  /** Hears how many connections are parked, one more or one fewer than before. */
  parked(count: number): void {
    if (count > this.#parkedNow) this.#parkings.inc();
    this.#parkedNow = count;
    this.#parked.set(count);
  }

  purged(rooms: number): void {
    this.#purged.inc(rooms);
  }

  #gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] });
  }

  #counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }
}

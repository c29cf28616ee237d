import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** What this server counts. */
export class Metrics {
  readonly registry = new Registry();
  readonly #events = this.#counter(
    "rejoin_events_committed_total",
    "Events committed to the log by or before this server, as published here",
    [],
  );
  readonly #refusals = this.#counter("rejoin_refusals_total", "Messages refused", ["event", "code"]);
  readonly #failures = this.#counter("rejoin_failures_total", "Messages whose handling failed unexpectedly", [
    "event",
  ]);
  readonly #connections = new Gauge({
    name: "rejoin_connections",
    help: "Open connections on /games",
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: "rejoin_" });
  }

  eventsPublished(count: number): void {
    this.#events.inc(count);
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

  #counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }
}

import type { AttackedServer } from "./attacked-server.js";
import { Tally } from "./tally.js";

const EVERY_MS = 1_000;
const ANSWER_WITHIN_MS = 1_000;

/**
 * Adds up what servers count, over all their lives. A server that is killed takes with it what it counted since it was last
 * looked at, so the sums are the least that happened.
 */
export class MetricsWatch implements Disposable {
  readonly sums = new Tally();
  /** The highest that a gauge was seen at, over all servers. */
  readonly peaks = new Map<string, number>();
  readonly #last = new Map<string, { life: number; values: Map<string, number> }>();
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<unknown> = Promise.resolve();

  constructor(servers: readonly AttackedServer[]) {
    const look = (): void => {
      this.#looking = Promise.all(servers.map((server) => this.look(server)));
    };
    this.#timer = setInterval(look, EVERY_MS);
  }

  /** Looks once. A server that does not answer is looked at next time. */
  async look(server: AttackedServer): Promise<void> {
    const life = server.lives;
    const text = await read(server.ownUrl);
    if (text === null || life !== server.lives) return;
    const before = this.#last.get(server.name);
    const values = new Map<string, number>();
    for (const { name, value } of samples(text)) {
      values.set(name, value);
      if (!name.includes("_total")) this.#peak(name, value);
      else this.#add(name, value, before?.life === life ? (before.values.get(name) ?? 0) : 0);
    }
    this.#last.set(server.name, { life, values });
  }

  /** Resolves when whatever is looked at now was added up. */
  async settled(): Promise<void> {
    await this.#looking;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  #add(name: string, value: number, before: number): void {
    if (value > before) this.sums.add(name, value - before);
  }

  #peak(name: string, value: number): void {
    this.peaks.set(name, Math.max(value, this.peaks.get(name) ?? 0));
  }
}

async function read(url: string): Promise<string | null> {
  try {
    const answer = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** The lines of Prometheus's text that are ours: a name, with labels where it has some, and a number. */
export function samples(text: string): { name: string; value: number }[] {
  return [...text.matchAll(/^(rejoin_\S+(?:\{[^}]*\})?) (\S+)$/gm)].map(([, name = "", value]) => ({
    name,
    value: Number(value),
  }));
}

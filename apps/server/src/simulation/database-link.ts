import type { Coverage, DatabaseWeather, Host, SeededRandom } from "@rejoin/testkit";
import { LogUnavailable } from "../log/event-log.js";

/** What befalls the calls of all servers. */
export interface DatabaseConditions {
  weather: DatabaseWeather;
  /** While more than 0 it can be reached by nobody. */
  away: number;
}

export type CrashPoint = "before-commit" | "after-commit";

/** After so long without an answer a caller is told that there is none, in milliseconds. */
const PATIENCE_MS = 4_000;
/** And what was asked may be done so much later. */
const LATEST_MS = 3_000;

/**
 * One server's connection to the database. Every call takes its time both ways, and may fail, be done without an answer, or
 * be done after its caller was told that it was not answered. The server may die around a commit.
 */
export class DatabaseLink {
  /** While more than 0 this server cannot reach the database. */
  away = 0;
  readonly #host: Host;
  readonly #random: SeededRandom;
  readonly #conditions: DatabaseConditions;
  readonly #coverage: Coverage;
  #planned: { point: CrashPoint; crash: () => void } | null = null;

  constructor(host: Host, random: SeededRandom, conditions: DatabaseConditions, coverage: Coverage) {
    this.#host = host;
    this.#random = random;
    this.#conditions = conditions;
    this.#coverage = coverage;
  }

  /** The server dies at its next commit, once. */
  crashAt(point: CrashPoint, crash: () => void): void {
    this.#planned = { point, crash };
  }

  spare(): void {
    this.#planned = null;
  }

  /** The same port, reached over this connection. */
  over<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== "function") return method;
        return (...given: unknown[]) =>
          this.#call(String(name), () => method.apply(target, given) as Promise<unknown>);
      },
    });
  }

  #call(name: string, run: () => Promise<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const random = this.#random;
      const fail = (afterMs: number): void =>
        void this.#host.later(afterMs, () => reject(new LogUnavailable("it did not answer")));
      const fate = this.#fateOf();
      this.#coverage.count(`database: ${fate}`);
      if (fate === "fails") return fail(random.chance(0.5) ? 1 : PATIENCE_MS);
      if (fate === "done later") {
        fail(PATIENCE_MS);
        this.#host.timeline.after(
          PATIENCE_MS + random.between(0, LATEST_MS),
          () => void run().catch(() => undefined),
        );
        return;
      }
      this.#host.timeline.after(this.#travelMs(), () => {
        if (this.#isCrashing(name, "before-commit")) return;
        const done = run();
        if (this.#isCrashing(name, "after-commit")) return;
        if (fate === "answer lost") fail(random.chance(0.5) ? 1 : PATIENCE_MS);
        else done.then((value) => this.#host.later(this.#travelMs(), () => resolve(value)), reject);
      });
    });
  }

  #fateOf(): "answers" | "fails" | "answer lost" | "done later" {
    if (this.away > 0 || this.#conditions.away > 0) return "fails";
    const { fails, answerLost, doneLater } = this.#conditions.weather;
    const drawn = this.#random.next();
    if (drawn < fails) return "fails";
    if (drawn < fails + answerLost) return "answer lost";
    return drawn < fails + answerLost + doneLater ? "done later" : "answers";
  }

  #travelMs(): number {
    const { answerMs, slow, slowMs } = this.#conditions.weather;
    const ms = this.#random.between(...answerMs) / 2;
    return this.#random.chance(slow) ? ms + this.#random.between(0, slowMs) : ms;
  }

  #isCrashing(name: string, point: CrashPoint): boolean {
    const planned = this.#planned;
    if (planned?.point !== point || (name !== "append" && name !== "open")) return false;
    this.#planned = null;
    this.#coverage.count(`crash: ${point}`);
    planned.crash();
    return true;
  }
}

import type { ChildProcess } from "node:child_process";

/** What a server's process says of itself: `probe-process.mjs`. */
export interface ProbeAnswer {
  /** How late its event loop was since the last reset, in milliseconds. */
  loop: { p50: number; p99: number; max: number };
  /** In bytes. */
  memory: NodeJS.MemoryUsage;
}

/** What is asked of it: to look, to forget how late it was, to collect garbage, and to watch its processor and say what was seen. */
export type ProbeName = "look" | "reset" | "collect" | "profile" | "profiled";

const ANSWER_WITHIN_MS = 60_000;

/** Asks a server's process how it fares. */
export class Probe {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: ProbeAnswer) => void>();
  #asked = 0;

  constructor(child: ChildProcess) {
    this.#child = child;
    child.on("message", ({ id, ...answer }: ProbeAnswer & { id: number }) => {
      this.#waiting.get(id)?.(answer);
      this.#waiting.delete(id);
    });
  }

  /** @param file where a profile is written @throws when it does not answer within a minute, or is gone */
  ask(probe: ProbeName, file?: string): Promise<ProbeAnswer> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      const fail = (): void => reject(new Error("The server's process does not answer."));
      const patience = setTimeout(fail, ANSWER_WITHIN_MS);
      this.#waiting.set(id, (answer) => {
        clearTimeout(patience);
        resolve(answer);
      });
      this.#child.send({ probe, file, id }, (error) => error && fail());
    });
  }
}

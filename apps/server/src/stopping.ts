import { within } from "./within.js";

/** A process that is asked to stop must be gone after this, whatever hangs, in milliseconds. */
const STOP_WITHIN_MS = 9_000;
/** A single thing that does not let itself be undone is left behind after this. */
const STEP_WITHIN_MS = 7_000;

/** Thrown by whatever was starting when the process was asked to stop. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/**
 * How a process goes away. What was begun is noted with how to undo it, and undone in the reverse order: when a signal
 * comes, also in the middle of the start, or when the start fails.
 */
export class Stopping {
  readonly #asked = new AbortController();
  readonly #steps: (() => Promise<unknown>)[] = [];

  /** @param onAsked called once, with the signal that asked, before anything is undone */
  constructor(onAsked: (signal: string) => void) {
    const ask = (signal: string) => {
      if (this.#asked.signal.aborted) return;
      onAsked(signal);
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      this.#asked.abort(new Stopped());
    };
    process.on("SIGTERM", ask);
    process.on("SIGINT", ask);
  }

  /** Aborted when the process is asked to stop; its reason is `Stopped`. */
  get signal(): AbortSignal {
    return this.#asked.signal;
  }

  /** Waits for something to begin, and notes how to undo it. @throws {Stopped} where it was asked to stop meanwhile */
  async begin<Begun>(start: () => Promise<Begun>, undo: (begun: Begun) => Promise<unknown>): Promise<Begun> {
    const begun = await start();
    this.#steps.push(() => undo(begun));
    this.signal.throwIfAborted();
    return begun;
  }

  /** Resolves when the process is asked to stop. */
  async untilAsked(): Promise<void> {
    if (this.signal.aborted) return;
    await new Promise((resolve) => this.signal.addEventListener("abort", resolve, { once: true }));
  }

  /** Undoes everything that was begun, the last first. What fails or hangs does not keep the rest from being undone. */
  async undo(failed: (error: unknown) => void): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) await withinTime(step()).catch(failed);
  }
}

async function withinTime(step: Promise<unknown>): Promise<void> {
  const done = await within(
    step.then(() => true),
    STEP_WITHIN_MS,
  );
  if (!done) throw new Error("Something did not stop in time.");
}

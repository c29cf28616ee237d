import { writeSync } from "node:fs";
import { ConfigError } from "./config.js";

/**
 * The moments around a commit at which a test may kill a server.
 *
 * - `before-commit`: a batch was decided, and nothing of it has left for the database.
 * - `after-commit`: the database has committed a batch, and nobody knows: nothing was published or answered.
 * - `before-broadcast`: a room has its committed events, and is about to publish them.
 * - `after-broadcast`: they were published, and nobody who asked for them was answered.
 */
export const failpointNames = [
  "before-commit",
  "after-commit",
  "before-broadcast",
  "after-broadcast",
] as const;
export type FailpointName = (typeof failpointNames)[number];

/** Faults that a test asks for. Nothing ever happens unless the environment arms them. */
export interface Failpoints {
  /** Passes a failpoint: usually nothing; armed, and at its time, the end of the process, as by `kill -9`. */
  pass(name: FailpointName): void;
  /** The time, in milliseconds since 1970: of this machine, or of one whose clock is wrong. */
  now(): number;
}

/** A server as it is meant to be: no failpoint does anything, and the clock is the machine's. */
export const noFailpoints: Failpoints = { pass: () => {}, now: Date.now };

/**
 * Reads which faults a test wants of this process: `FAILPOINTS=after-commit@120` kills it the 120th time that it passes
 * that point, and `FAILPOINTS=clock-5000` lets its clock be five seconds slow; several are separated by commas.
 *
 * @throws {ConfigError} where it is not understood, and wherever `NODE_ENV` is not `test`: it must be impossible to arm by
 * mistake
 */
export function failpointsOf(env: Record<string, string | undefined>): Failpoints {
  const text = env.FAILPOINTS ?? "";
  if (text === "") return noFailpoints;
  if (env.NODE_ENV !== "test")
    throw new ConfigError(
      "FAILPOINTS kills the server on purpose, for tests: it is refused unless NODE_ENV is test.",
    );
  const faults = text.split(",").map(parseFault);
  const left = new Map(faults.flatMap((fault) => (fault.kind === "kill" ? [[fault.name, fault.at]] : [])));
  const skewMs = faults.reduce((sum, fault) => sum + (fault.kind === "clock" ? fault.skewMs : 0), 0);
  return {
    pass(name) {
      const passes = left.get(name);
      if (passes === undefined) return;
      left.set(name, passes - 1);
      if (passes === 1) kill(name);
    },
    now: () => Date.now() + skewMs,
  };
}

type Fault = { kind: "kill"; name: FailpointName; at: number } | { kind: "clock"; skewMs: number };

function parseFault(text: string): Fault {
  const skew = /^clock([+-]\d{1,9})$/.exec(text);
  if (skew) return { kind: "clock", skewMs: Number(skew[1]) };
  const [, wanted, at] = /^([a-z-]+)@([1-9]\d{0,8})$/.exec(text) ?? [];
  const name = failpointNames.find((known) => known === wanted);
  if (name === undefined)
    throw new ConfigError(
      `FAILPOINTS must be like after-commit@120 (${failpointNames.join(", ")}) or clock-5000, but it is ${JSON.stringify(text)}.`,
    );
  return { kind: "kill", name, at: Number(at) };
}

function kill(name: FailpointName): void {
  // At once and not through a stream, which would never be flushed.
  writeSync(process.stderr.fd, `failpoint ${name}\n`);
  process.kill(process.pid, "SIGKILL");
}

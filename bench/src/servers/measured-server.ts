import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { askReady, endProcess, eventually, freePort, hasExited } from "@rejoin/testkit";
import { checkoutRoot } from "../checkout.js";
import type { Contender } from "../contenders/contender.js";
import { cpuSeconds, residentBytes } from "../measure/proc.js";
import { Probe, type ProbeAnswer } from "./probe.js";
import { startFlags } from "./start-flags.js";

export interface ServerOptions {
  /** Its surroundings: `DATABASE_URL` and `REDIS_URL`, as far as it needs them. */
  env: Readonly<Record<string, string>>;
  /** Where profiles of its processor are written, as the beginning of a file's path; undefined for none. */
  profile: string | undefined;
}

const READY_WITHIN_MS = 60_000;
const MOST_OUTPUT = 20_000;

const probe = new URL("probe-process.mjs", import.meta.url).href;
/** Rejoin's own flags, for all alike. */
const flags = startFlags();

/** A contender's server, as a process of its own on a port of its own. */
export class MeasuredServer implements AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #probe: Probe;
  readonly #profile: string | undefined;

  private constructor(child: ChildProcess, port: number, profile: string | undefined) {
    this.url = `http://127.0.0.1:${port}`;
    this.pid = child.pid ?? 0;
    this.#child = child;
    this.#probe = new Probe(child);
    this.#profile = profile;
  }

  /** @throws with what it printed, when it ends or is not ready in time */
  static async start(contender: Contender, { env, profile }: ServerOptions): Promise<MeasuredServer> {
    const port = await freePort();
    const child = spawn(process.execPath, [...flags, "--import", probe, ...programOf(contender)], {
      cwd: checkoutRoot,
      env: { ...process.env, NODE_ENV: "production", ...contender.settings, ...env, PORT: String(port) },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output = (output + text).slice(-MOST_OUTPUT);
      });
    const server = new MeasuredServer(child, port, profile);
    const look = () => (hasExited(child) ? "ended" : askReady(server.url));
    const seen = await eventually("ready", look, (told) => told !== "not yet", READY_WITHIN_MS).catch(
      () => "late",
    );
    if (seen === "ready") return server;
    await server[Symbol.asyncDispose]();
    throw new Error(`${contender.name} did not start (${seen}). It printed:\n${output}`);
  }

  /** Processor seconds that it has used until now. */
  cpu(): number {
    return cpuSeconds(this.pid);
  }

  /** The memory that it occupies, in bytes. */
  resident(): number {
    return residentBytes(this.pid);
  }

  /**
   * The memory that is in use, in bytes: what it occupies without the empty part of its heap, which V8 holds for garbage to
   * come and gives back when it likes; and how much of that is on its heap. What nobody needs is gone before.
   */
  async inUse(): Promise<{ all: number; heap: number }> {
    // What the first one finalizes, the second one frees.
    await this.#probe.ask("collect");
    const { memory } = await this.#probe.ask("collect");
    const empty = memory.heapTotal - memory.heapUsed;
    return { all: memory.rss - empty, heap: memory.heapUsed + memory.external };
  }

  /** From now on its event loop is watched, and its processor where profiles are wanted. */
  async watch(): Promise<void> {
    await this.#probe.ask("reset");
    if (this.#profile !== undefined) await this.#probe.ask("profile");
  }

  /** How it fared since it is watched. */
  async watched(): Promise<ProbeAnswer> {
    const answer = await this.#probe.ask("look");
    if (this.#profile !== undefined) await this.#probe.ask("profiled", `${this.#profile}.cpuprofile`);
    return answer;
  }

  /** SIGTERM, and SIGKILL when that does not help. */
  async [Symbol.asyncDispose](): Promise<void> {
    await endProcess(this.#child, "SIGTERM");
  }
}

/** How Node runs it: what is built, as it is; what is a source, with the loader that this process runs with. */
function programOf({ program }: Contender): string[] {
  if ("built" in program) return [join(checkoutRoot, program.built)];
  const source = fileURLToPath(new URL(`../contenders/${program.source}`, import.meta.url));
  return [...process.execArgv, source];
}

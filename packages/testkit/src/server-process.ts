import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { askReady, endProcess, hasExited } from "./child-process.js";
import { eventually } from "./eventually.js";

export interface ServerProcessOptions {
  /** The root of the repository. */
  root: string;
  /** What Node runs there; by default the server as it was built. */
  args?: readonly string[];
  /** A free one is found where it is left out. */
  port?: number;
  /** Laid over the environment of this process: `DATABASE_URL`, `DATA_DIR` and so on. */
  env?: Readonly<Record<string, string>>;
  /** How long it may take to be ready, in milliseconds. */
  readyWithinMs?: number;
  /** Hears of each process that is started, at once. */
  spawned?: (pid: number) => void;
}

/** How a life of a server ended. */
export interface ServerEnd {
  pid: number;
  /** Null where a signal ended it. */
  code: number | null;
  signal: NodeJS.Signals | null;
  /** What it printed in this life; the end of it where that is long. */
  output: string;
}

const MOST_OUTPUT = 200_000;

// Whatever becomes of this process, its servers do not outlive it.
const alive = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

/** The real server, as a process of its own that can be killed and started again on the same port. */
export class ServerProcess implements AsyncDisposable {
  readonly port: number;
  readonly #options: ServerProcessOptions;
  #child: ChildProcess | null = null;
  #output = "";
  #ended: Promise<ServerEnd> | null = null;

  private constructor(port: number, options: ServerProcessOptions) {
    this.port = port;
    this.#options = options;
  }

  /** @throws with the server's output, when it ends or is not ready in time */
  static async start(options: ServerProcessOptions): Promise<ServerProcess> {
    const server = new ServerProcess(options.port ?? (await freePort()), options);
    await server.restart();
    return server;
  }

  /** One that does not run yet: `restart` starts it. */
  static prepare(options: ServerProcessOptions & { port: number }): ServerProcess {
    return new ServerProcess(options.port, options);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Everything that it has printed, over all its lives; the end of it where that is long. */
  get output(): string {
    return this.#output;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** How its present life ends, or its last one ended, whoever ends it. Never rejects; null before the first. */
  get ended(): Promise<ServerEnd> | null {
    return this.#ended;
  }

  /**
   * Starts it again on the same port, stopping it first where it still runs.
   *
   * @param env laid over its environment for this life only
   * @throws as `start`
   */
  async restart(env: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.stop();
    const child = this.#spawn(env);
    try {
      await this.#ready(child);
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  /** SIGKILL: it gets no chance to finish anything. Resolves when it is gone. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** SIGTERM, and SIGKILL when that does not help. @returns its exit code; null where it had to be killed, or did not run */
  stop(): Promise<number | null> {
    return this.#end("SIGTERM");
  }

  /** Sends any other signal, as SIGSTOP and SIGCONT. */
  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }

  #spawn(lifeEnv: Readonly<Record<string, string>>): ChildProcess {
    const { root, args = [join(root, "apps/server/dist/main.js")], env, spawned } = this.#options;
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env, ...lifeEnv, PORT: String(this.port) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (child.pid !== undefined) spawned?.(child.pid);
    alive.add(child);
    child.once("exit", () => alive.delete(child));
    let lifeOutput = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.#output = (this.#output + text).slice(-MOST_OUTPUT);
        lifeOutput = (lifeOutput + text).slice(-MOST_OUTPUT);
      });
    }
    this.#ended = endOf(child, () => lifeOutput);
    this.#child = child;
    return child;
  }

  async #ready(child: ChildProcess): Promise<void> {
    const { readyWithinMs = 30_000 } = this.#options;
    const look = async () => (hasExited(child) ? "exited" : await askReady(this.url));
    const seen = await eventually(
      "the server is ready",
      look,
      (told) => told !== "not yet",
      readyWithinMs,
    ).catch((error: Error) => error.message);
    if (seen !== "ready") throw new Error(`The server did not start (${seen}). It printed:\n${this.#output}`);
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (!child || hasExited(child)) return null;
    await endProcess(child, signal);
    return child.exitCode;
  }
}

/** A port of 127.0.0.1 on which nothing listens at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("a TCP server has no port");
  return address.port;
}

async function endOf(child: ChildProcess, output: () => string): Promise<ServerEnd> {
  // By then everything that it printed has been read.
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { pid: child.pid ?? 0, code, signal, output: output() };
}

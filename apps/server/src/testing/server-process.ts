import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A server in a process of its own, run from its sources, that can be asked to stop or be killed. */
export class ServerProcess implements AsyncDisposable {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start(databaseUrl: string, settings: Record<string, string> = {}): Promise<ServerProcess> {
    const main = fileURLToPath(new URL("../main.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", "--conditions", "source", main], {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        PORT: "0",
        LOG_LEVEL: "error",
        COMMANDS_PER_SECOND: "100000",
        COUNTDOWN_MS: "0",
        ...settings,
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    // It does not outlive this process.
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    child.once("exit", () => process.off("exit", kill));
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /ready: (http\S+)/.exec(line)?.[1];
      if (url) {
        child.stdout.resume();
        return new ServerProcess(child, url);
      }
    }
    throw new Error("the server ended before it was ready");
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** @returns the exit code, or null where the signal ended it */
  async end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    if (!this.isRunning) return this.#child.exitCode;
    const exited = once(this.#child, "exit");
    this.#child.kill(signal);
    await exited;
    return this.#child.exitCode;
  }

  /** Stops it where it is, as a machine that sleeps: its connections stay open, and nobody answers on them. */
  pause(): void {
    this.#child.kill("SIGSTOP");
  }

  /** Lets it go on after a pause. */
  wake(): void {
    this.#child.kill("SIGCONT");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end("SIGKILL");
  }
}

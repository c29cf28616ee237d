import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Sees to it that nothing outlives the run, however the run ends: a small process of its own is told of every process and
 * folder, and takes down what is left of them once we are gone.
 */
export class Reaper {
  readonly #child: ChildProcess;

  constructor() {
    const program = fileURLToPath(new URL("reaper-process.mjs", import.meta.url));
    // Detached, so that a Ctrl+C does not reach it.
    this.#child = spawn(process.execPath, [program], {
      detached: true,
      stdio: ["pipe", "ignore", "inherit"],
    });
    this.#child.unref();
    this.#child.stdin?.on("error", () => undefined);
  }

  readonly started = (pid: number): void => this.#tell("process", pid);
  readonly ended = (pid: number): void => this.#tell("ended", pid);
  readonly made = (folder: string): void => this.#tell("folder", folder);
  readonly removed = (folder: string): void => this.#tell("removed", folder);

  #tell(verb: string, what: string | number): void {
    this.#child.stdin?.write(`${verb} ${what}\n`);
  }
}

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CrowdCounts, CrowdPlan, FromCrowd, ToCrowd } from "./messages.js";

const ANSWER_WITHIN_MS = 120_000;

interface Asked {
  kind: FromCrowd["kind"];
  resolve: (message: FromCrowd) => void;
  reject: (error: Error) => void;
}

/** A crowd in a process of its own, as the run sees it. */
export class CrowdLink implements Disposable {
  readonly name: string;
  /** As it last said. */
  counts: CrowdCounts | null = null;
  /** What clients survived and should not have had to: the first of it. */
  readonly faults: string[] = [];
  readonly #child: ChildProcess;
  readonly #asked = new Set<Asked>();

  private constructor(name: string, spawned: (pid: number) => void) {
    this.name = name;
    this.#child = fork(fileURLToPath(new URL("crowd-process.ts", import.meta.url)));
    if (this.#child.pid !== undefined) spawned(this.#child.pid);
    this.#child.on("message", (message: FromCrowd) => this.#heard(message));
    this.#child.on("exit", () => this.#ended());
  }

  /** @param spawned hears of the process */
  static async start(name: string, spawned: (pid: number) => void): Promise<CrowdLink> {
    const crowd = new CrowdLink(name, spawned);
    await crowd.#hears("listening");
    return crowd;
  }

  async begin(plan: CrowdPlan): Promise<void> {
    await this.#ask({ kind: "begin", plan }, "ready");
  }

  say(message: Extract<ToCrowd, { kind: "wire" | "reload" | "quiet" }>): void {
    if (this.#child.connected) this.#child.send(message);
  }

  /** @returns who is not level with the logs; empty when all are */
  async look(heads: Record<string, number>): Promise<string[]> {
    const seen = await this.#ask({ kind: "look", heads }, "seen");
    return seen.kind === "seen" ? seen.behind : [];
  }

  async rest(): Promise<void> {
    await this.#ask({ kind: "rest" }, "rested");
  }

  [Symbol.dispose](): void {
    this.#child.kill("SIGKILL");
  }

  /** @throws when the process ends, or does not answer within two minutes */
  #ask(message: ToCrowd, kind: FromCrowd["kind"]): Promise<FromCrowd> {
    const answer = this.#hears(kind);
    if (this.#child.connected) this.#child.send(message);
    else this.#ended();
    return answer;
  }

  #hears(kind: FromCrowd["kind"]): Promise<FromCrowd> {
    return new Promise((resolve, reject) => {
      const asked: Asked = { kind, resolve, reject };
      const patience = setTimeout(
        () => reject(new Error(`The players of ${this.name} do not answer: waited for "${kind}".`)),
        ANSWER_WITHIN_MS,
      );
      asked.resolve = (answer) => {
        clearTimeout(patience);
        resolve(answer);
      };
      this.#asked.add(asked);
    });
  }

  #heard(message: FromCrowd): void {
    if (message.kind === "counts") this.counts = message.counts;
    if (message.kind === "fault" && this.faults.length < 20) this.faults.push(message.what);
    for (const asked of this.#asked) {
      if (asked.kind !== message.kind) continue;
      this.#asked.delete(asked);
      asked.resolve(message);
    }
  }

  #ended(): void {
    for (const { reject } of this.#asked) reject(new Error(`The players' process ${this.name} ended.`));
    this.#asked.clear();
  }
}

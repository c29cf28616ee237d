import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startFlags } from "../servers/start-flags.js";
import type { Answer, Request, ResultOf } from "./messages.js";

/** Nothing that is asked takes so long, unless a server stopped answering. */
const ANSWER_WITHIN_MS = 180_000;

/** A driver in a process of its own, as the run sees it. */
export class DriverLink implements Disposable {
  readonly #child: ChildProcess;
  readonly #asked = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #lastId = 0;

  constructor() {
    this.#child = fork(fileURLToPath(new URL("driver-process.ts", import.meta.url)), {
      execArgv: [...process.execArgv, ...startFlags()],
    });
    this.#child.on("message", (answer: Answer) => this.#answered(answer));
    this.#child.once("exit", () => this.#ended());
  }

  /** @throws what the driver throws, when it takes too long, and when it is gone */
  ask<Kind extends Request["kind"]>(request: Extract<Request, { kind: Kind }>): Promise<ResultOf<Kind>> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<ResultOf<Kind>>((resolve, reject) => {
      const patience = setTimeout(
        () => reject(new Error(`"${request.kind}" took members more than ${ANSWER_WITHIN_MS / 1_000} s.`)),
        ANSWER_WITHIN_MS,
      );
      const settled =
        <Value>(settle: (value: Value) => void) =>
        (value: Value): void => {
          clearTimeout(patience);
          settle(value);
        };
      this.#asked.set(id, {
        resolve: settled(resolve) as (result: unknown) => void,
        reject: settled(reject),
      });
      if (this.#child.connected) this.#child.send({ id, request });
      else this.#ended();
    });
  }

  [Symbol.dispose](): void {
    this.#child.kill("SIGKILL");
  }

  #answered(answer: Answer): void {
    const asked = this.#asked.get(answer.id);
    this.#asked.delete(answer.id);
    if ("error" in answer) asked?.reject(new Error(`A driver could not go on: ${answer.error}`));
    else asked?.resolve(answer.result);
  }

  #ended(): void {
    for (const { reject } of this.#asked.values()) reject(new Error("A driver's process ended."));
    this.#asked.clear();
  }
}

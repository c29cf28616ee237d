import type { Invitation } from "@rejoin/protocol";
import { type Observable, Variable } from "./observable.js";
import { type AskingPorts, askUntilAnswered } from "./until-answered.js";

/** What this person is invited to, wherever they are: asked for once a connection, and then told. */
export class InvitationSync {
  readonly #ports: AskingPorts;
  readonly #view = new Variable<readonly Invitation[]>([]);
  #holders = 0;
  #isConnected = false;
  #stopAsking: (() => void) | null = null;

  constructor(ports: AskingPorts) {
    this.#ports = ports;
  }

  get view(): Observable<readonly Invitation[]> {
    return this.#view;
  }

  /** @returns how to let go; more than once does no harm */
  open(): () => void {
    this.#holders += 1;
    this.#ask();
    let held = true;
    return () => {
      if (held) this.#holders -= 1;
      held = false;
    };
  }

  opened(): void {
    this.#isConnected = true;
    this.#ask();
  }

  /** What was held is shown on: it is as durable as the log, and the next connection tells what has become of it. */
  lost(): void {
    this.#isConnected = false;
    this.#stopAsking?.();
    this.#stopAsking = null;
  }

  heard(invitations: readonly Invitation[]): void {
    this.#view.set(invitations);
  }

  #ask(): void {
    if (!this.#isConnected || this.#holders === 0 || this.#stopAsking) return;
    this.#stopAsking = askUntilAnswered(
      this.#ports,
      "me:join",
      () => ({}),
      (answer) => answer.ok && this.#view.set(answer.invitations),
    );
  }
}

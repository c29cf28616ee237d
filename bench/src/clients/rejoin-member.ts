import type {
  Acknowledgement,
  ClientMessageName,
  ClientPayload,
  Cursor,
  RoomId,
  ServerPayload,
} from "@rejoin/protocol";
import { type Session, signIn } from "@rejoin/testkit";
import type { Ears, Member } from "./member.js";
import { insist, newId, RETRY_AFTER_MS, refusalIn, rejoinConnection } from "./rejoin-wire.js";
import type { SocketIoConnection } from "./socket-io-connection.js";

/** A member of Rejoin, who speaks docs/WIRE.md and checks that what it applies has no hole. */
export class RejoinMember implements Member {
  readonly #url: string;
  readonly #name: string;
  readonly #ears: Ears;
  #session: Session | undefined;
  #connection: SocketIoConnection | undefined;
  #room: RoomId = "";
  #at: Cursor | undefined;
  #isAsking = false;

  constructor(url: string, name: string, ears: Ears) {
    this.#url = url;
    this.#name = name;
    this.#ears = ears;
  }

  async connect(): Promise<void> {
    this.#session ??= await signIn(this.#url, this.#name);
    this.#connection = rejoinConnection(this.#url, this.#session, {
      event: ([name, payload], acknowledge) => this.#hear(name as string, payload, acknowledge),
      ended: (why) => this.#ears.problem(`a connection ended: ${why}`),
    });
    await this.#connection.connect();
  }

  async open(room: string): Promise<string> {
    const table = { title: room, game: "connect-four", visibility: "public" } as const;
    const { code } = await this.#ask("room:create", { commandId: newId(), ...table });
    return code;
  }

  async join(key: string): Promise<void> {
    const { room } = await this.#ask("room:join", { room: key, ...(this.#at && { after: this.#at }) });
    this.#room = room;
  }

  async comeBack(): Promise<void> {
    await this.connect();
    await this.join(this.#room);
  }

  say(text: string, acknowledged: () => void): void {
    this.#command({ room: this.#room, commandId: newId(), command: { type: "say", text } }, acknowledged);
  }

  traffic() {
    return this.#connection?.traffic() ?? { received: 0, sent: 0 };
  }

  cut(): void {
    this.#connection?.cut();
  }

  #command(payload: ClientPayload<"room:command">, acknowledged: () => void): void {
    this.#connection?.say(["room:command", payload], ([answer]) => {
      const refusal = refusalIn(answer);
      if (!refusal) acknowledged();
      else if (!refusal.retryable) this.#ears.problem(`refused: ${refusal.message}`);
      else {
        this.#ears.hitch(`refused: ${refusal.code}`);
        setTimeout(() => this.#command(payload, acknowledged), refusal.retryAfterMs ?? RETRY_AFTER_MS);
      }
    });
  }

  #hear(name: string, payload: unknown, acknowledge: (() => void) | undefined): void {
    if (name === "room:events") this.#apply(payload as ServerPayload<"room:events">);
    else if (name === "room:snapshot") this.#start(payload as ServerPayload<"room:snapshot">);
    else if (name === "room:heads") this.#compare(payload as ServerPayload<"room:heads">);
    acknowledge?.();
  }

  #start({ epoch, seq }: ServerPayload<"room:snapshot">): void {
    if (this.#at) this.#ears.leapt(seq - this.#at.seq);
    this.#at = { epoch, seq };
  }

  #apply({ epoch, events }: ServerPayload<"room:events">): void {
    let seq = this.#at?.seq ?? 0;
    for (const event of events) {
      if (event.seq <= seq) continue;
      if (event.seq !== seq + 1) {
        this.#askForTheRest(`a hole after ${seq}`);
        break;
      }
      seq = event.seq;
      if (event.type === "said") this.#ears.heard(event.data.text);
    }
    this.#at = { epoch, seq };
  }

  #compare({ heads }: ServerPayload<"room:heads">): void {
    const head = heads[this.#room] ?? 0;
    if (this.#at && head > this.#at.seq) this.#askForTheRest("behind the head");
  }

  #askForTheRest(why: string): void {
    if (this.#isAsking || !this.#at) return;
    this.#isAsking = true;
    this.#ears.hitch(why);
    this.#ask("room:catch-up", { room: this.#room, after: this.#at })
      .catch((error: Error) => this.#ears.problem(error.message))
      .finally(() => {
        this.#isAsking = false;
      });
  }

  /** @throws for a refusal for good */
  #ask<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
  ): Promise<Extract<Acknowledgement<Name>, { ok: true }>> {
    const ask = async () => (await this.#connection?.ask(name, payload)) ?? [];
    return insist(ask, name, payload, ({ code }) => this.#ears.hitch(`refused: ${code}`));
  }
}

import type { Cursor, RoomId, ServerPayload } from "@rejoin/protocol";
import { RoomConnection } from "./room-connection.js";

export interface HearerEars {
  /** Something that somebody said was heard. */
  heard(text: string): void;
  problem(what: string): void;
}

/** Somebody who hears many rooms over one connection, and checks that what they hear of each has no hole. */
export class Hearer implements Disposable {
  readonly #ears: HearerEars;
  readonly #at = new Map<RoomId, Cursor>();
  #connection: RoomConnection | undefined;

  constructor(ears: HearerEars) {
    this.#ears = ears;
  }

  async connect(url: string, name: string): Promise<void> {
    this.#connection = await RoomConnection.open(url, name, {
      heard: (what, payload) => this.#hear(what, payload),
      problem: (what) => this.#ears.problem(what),
    });
  }

  /** @returns the room that was opened */
  async open(title: string): Promise<RoomId> {
    return (await this.#connected.openRoom(title)).room;
  }

  async join(room: RoomId): Promise<void> {
    await this.#connected.ask("room:join", { room });
  }

  say(room: RoomId, text: string, acknowledged: () => void): void {
    this.#connected
      .say(room, text)
      .then(acknowledged)
      .catch((error: Error) => this.#ears.problem(error.message));
  }

  [Symbol.dispose](): void {
    this.#connection?.[Symbol.dispose]();
  }

  get #connected(): RoomConnection {
    if (!this.#connection) throw new Error("Nobody has connected yet.");
    return this.#connection;
  }

  #hear(name: string, payload: unknown): void {
    if (name === "room:events") this.#apply(payload as ServerPayload<"room:events">);
    else if (name === "room:snapshot") this.#start(payload as ServerPayload<"room:snapshot">);
    else if (name === "room:heads") this.#compare(payload as ServerPayload<"room:heads">);
  }

  #start({ room, epoch, seq }: ServerPayload<"room:snapshot">): void {
    this.#at.set(room, { epoch, seq });
  }

  #apply({ room, epoch, events }: ServerPayload<"room:events">): void {
    let seq = this.#at.get(room)?.seq ?? 0;
    for (const event of events) {
      if (event.seq <= seq) continue;
      if (event.seq > seq + 1) {
        this.#catchUp(room);
        break;
      }
      seq = event.seq;
      this.#at.set(room, { epoch, seq });
      if (event.type === "said") this.#ears.heard(event.data.text);
    }
  }

  #compare({ heads }: ServerPayload<"room:heads">): void {
    for (const [room, head] of Object.entries(heads))
      if (head > (this.#at.get(room)?.seq ?? head)) this.#catchUp(room);
  }

  #catchUp(room: RoomId): void {
    const after = this.#at.get(room);
    if (!after) return;
    this.#connected
      .ask("room:catch-up", { room, after })
      .catch((error: Error) => this.#ears.problem(error.message));
  }
}

import type { Cursor, RoomId, ServerPayload } from "@rejoin/protocol";
import { deferred } from "../../clients/deferred.js";
import { RoomConnection } from "./room-connection.js";

/** Longer than it takes to fold the longest log. */
const HEARD_WITHIN_MS = 1_200_000;

/** What a stranger is shown of a room when they come in. */
export interface Shown {
  room: RoomId;
  at: Cursor;
  /** From asking to being shown, in milliseconds. */
  ms: number;
}

/** Somebody who was never there before, and times how long they wait. */
export class Stranger implements Disposable {
  readonly #connection: RoomConnection;
  readonly #heard: Heard;

  private constructor(connection: RoomConnection, heard: Heard) {
    this.#connection = connection;
    this.#heard = heard;
  }

  static async connect(url: string): Promise<Stranger> {
    const heard = new Heard();
    const ears = {
      heard: (name: string, payload: unknown) => heard.take(name, payload),
      problem: (what: string) => heard.fail(new Error(what)),
    };
    return new Stranger(await RoomConnection.open(url, "Stranger", ears), heard);
  }

  /** Comes in, and waits until the room is shown. @param key the room's id or its code */
  async join(key: string): Promise<Shown> {
    const asked = performance.now();
    const shown = this.#heard.snapshot();
    await this.#connection.ask("room:join", { room: key });
    const { at, room, epoch, seq } = await shown;
    return { room, at: { epoch, seq }, ms: at - asked };
  }

  /** Comes in with what they hold, and waits until they have heard up to `head`. @returns milliseconds */
  async catchUp(room: RoomId, after: Cursor, head: number): Promise<number> {
    const asked = performance.now();
    const level = this.#heard.upTo(head);
    await this.#connection.ask("room:join", { room, after });
    return (await level) - asked;
  }

  /** Says something, and waits until it is answered and heard. @returns milliseconds */
  async say(room: RoomId, text: string): Promise<number> {
    const asked = performance.now();
    const seq = await this.#connection.say(room, text);
    return (await this.#heard.upTo(seq)) - asked;
  }

  /** Opens a room, which everybody may join. */
  open(title: string): Promise<{ room: RoomId; code: string }> {
    return this.#connection.openRoom(title);
  }

  async leave(room: RoomId): Promise<void> {
    await this.#connection.ask("room:leave", { room });
  }

  [Symbol.dispose](): void {
    this.#connection[Symbol.dispose]();
  }
}

type SeenSnapshot = ServerPayload<"room:snapshot"> & { at: number };

/** What was heard, and who waits for it. */
class Heard {
  #head = 0;
  #headAt = 0;
  #wanted: { head: number; heard: (at: number) => void } | undefined;
  #shown: ((snapshot: SeenSnapshot) => void) | undefined;
  #failed: (error: Error) => void = () => undefined;

  /** The next snapshot. */
  snapshot(): Promise<SeenSnapshot> {
    const { promise, resolve, reject } = waited<SeenSnapshot>();
    this.#shown = resolve;
    this.#failed = reject;
    return promise;
  }

  /** When the event of that number was heard, or will be. */
  upTo(head: number): Promise<number> {
    if (this.#head >= head) return Promise.resolve(this.#headAt);
    const { promise, resolve, reject } = waited<number>();
    this.#wanted = { head, heard: resolve };
    this.#failed = reject;
    return promise;
  }

  take(name: string, payload: unknown): void {
    const at = performance.now();
    if (name === "room:snapshot") {
      const snapshot = payload as ServerPayload<"room:snapshot">;
      this.#shown?.({ ...snapshot, at });
    }
    if (name !== "room:events") return;
    const { events } = payload as ServerPayload<"room:events">;
    this.#head = Math.max(this.#head, events.at(-1)?.seq ?? 0);
    this.#headAt = at;
    if (this.#wanted && this.#head >= this.#wanted.head) this.#wanted.heard(at);
  }

  fail(error: Error): void {
    this.#failed(error);
  }
}

/** What is waited for a little later: until then nobody hears that it fails. It does when it takes far too long. */
function waited<Value>() {
  const one = deferred<Value>();
  const patience = setTimeout(() => one.reject(new Error("Nothing was heard.")), HEARD_WITHIN_MS);
  one.promise.catch(() => undefined).finally(() => clearTimeout(patience));
  return one;
}

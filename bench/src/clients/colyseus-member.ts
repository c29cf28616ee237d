import { getMessageBytes, Protocol } from "@colyseus/core";
import { unpack } from "@colyseus/msgpackr";
import { decode } from "@colyseus/schema";
import type { WebSocket } from "ws";
import { deferred } from "./deferred.js";
import { type Ears, type Member, NO_TRAFFIC } from "./member.js";
import { type OpenedSocket, openSocket, socketAddress } from "./web-socket.js";

/** The room that everybody is in who has not joined one: a connection to Colyseus is always one to a room. */
const LOBBY = "lobby";

interface SeatReservation {
  room: { roomId: string; processId: string };
  sessionId: string;
  error?: string;
}

/**
 * A member of the Colyseus server, who speaks its protocol by hand as the others do theirs, with the decoders of its own
 * client. Colyseus acknowledges nothing: what one said counts as taken when one hears it, which costs it no message more.
 */
export class ColyseusMember implements Member {
  readonly #url: string;
  readonly #name: string;
  readonly #ears: Ears;
  #opened: OpenedSocket | undefined;
  #isCut = false;
  readonly #waiting: (() => void)[] = [];

  constructor(url: string, name: string, ears: Ears) {
    this.#url = url;
    this.#name = name;
    this.#ears = ears;
  }

  connect(): Promise<void> {
    return this.#enter(LOBBY);
  }

  async open(room: string): Promise<string> {
    return room;
  }

  async join(room: string): Promise<void> {
    this.cut();
    await this.#enter(room);
  }

  say(text: string, acknowledged: () => void): void {
    this.#waiting.push(acknowledged);
    this.#opened?.socket.send(getMessageBytes.raw(Protocol.ROOM_DATA, "say", text));
  }

  /** @throws since it has nothing to come back with: what was said meanwhile is gone */
  async comeBack(): Promise<void> {
    throw new Error("Colyseus tells nobody what they missed.");
  }

  traffic() {
    return this.#opened?.traffic() ?? NO_TRAFFIC;
  }

  cut(): void {
    this.#isCut = true;
    this.#opened?.socket.terminate();
  }

  async #enter(room: string): Promise<void> {
    const { processId, roomId, sessionId } = await this.#reserve(room);
    const address = socketAddress(this.#url, `/${processId}/${roomId}?sessionId=${sessionId}`);
    const { promise, resolve } = deferred<void>();
    const opened = await openSocket({
      address,
      message: (socket, data) => this.#hear(socket, data, resolve),
    });
    this.#opened = opened;
    this.#isCut = false;
    opened.socket.on("error", (error) => this.#ears.problem(error.message));
    opened.socket.once("close", (code) => {
      if (opened === this.#opened && !this.#isCut) this.#ears.problem(`a connection ended with ${code}`);
    });
    await promise;
  }

  async #reserve(room: string) {
    const response = await fetch(new URL("/matchmake/joinOrCreate/chat", this.#url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ room, name: this.#name }),
    });
    const seat = (await response.json()) as SeatReservation;
    if (seat.error !== undefined) throw new Error(`Colyseus lets nobody in: ${seat.error}`);
    return { ...seat.room, sessionId: seat.sessionId };
  }

  #hear(socket: WebSocket, data: Buffer, joined: () => void): void {
    if (data[0] === Protocol.ROOM_DATA) {
      const at = { offset: 1 };
      const type = decode.string(data, at);
      const message = unpack(data.subarray(at.offset)) as { author: string; text: string };
      if (type === "said") this.#heard(message);
    } else if (data[0] === Protocol.JOIN_ROOM) {
      socket.send(Buffer.from([Protocol.JOIN_ROOM]));
      joined();
    } else if (data[0] === Protocol.ERROR) {
      this.#ears.problem("Colyseus reports an error");
    }
  }

  #heard({ author, text }: { author: string; text: string }): void {
    this.#ears.heard(text);
    if (author === this.#name) this.#waiting.shift()?.();
  }
}

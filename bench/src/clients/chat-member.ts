import type { Ears, Member } from "./member.js";
import { SocketIoConnection } from "./socket-io-connection.js";

/** What the chat servers tell of a message: `contenders/chat-rooms.ts`. */
interface ChatMessage {
  id: number;
  text: string;
}

/** A member of any of the chat servers built on Socket.IO. */
export class ChatMember implements Member {
  readonly #name: string;
  readonly #identifies: boolean;
  readonly #connection: SocketIoConnection;
  #room = "";
  #said = 0;

  /** @param identifies whether it names each message by an id of its own, as the tutorial's client does that retries */
  constructor(url: string, name: string, ears: Ears, identifies: boolean) {
    this.#name = name;
    this.#identifies = identifies;
    this.#connection = new SocketIoConnection({
      url,
      namespace: "/",
      event: ([event, message]) => {
        if (event === "said") ears.heard((message as ChatMessage).text);
      },
      ended: (why) => ears.problem(`a connection ended: ${why}`),
    });
  }

  async connect(): Promise<void> {
    await this.#connection.connect();
  }

  async open(room: string): Promise<string> {
    return room;
  }

  async join(room: string): Promise<void> {
    await this.#connection.ask("join", room, this.#name);
    this.#room = room;
  }

  say(text: string, acknowledged: () => void): void {
    this.#said += 1;
    const id = this.#identifies ? [`${this.#name}-${this.#said}`] : [];
    this.#connection.say(["say", this.#room, text, ...id], acknowledged);
  }

  traffic() {
    return this.#connection.traffic();
  }

  cut(): void {
    this.#connection.cut();
  }
}

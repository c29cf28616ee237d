import { type Ears, type Member, NO_TRAFFIC } from "./member.js";
import { SocketIoConnection } from "./socket-io-connection.js";

/** What the chat servers tell of a message: `contenders/chat-rooms.ts`. */
interface ChatMessage {
  id: number;
  text: string;
}

/** A member of any of the chat servers built on Socket.IO. */
export class ChatMember implements Member {
  readonly #url: string;
  readonly #name: string;
  readonly #ears: Ears;
  readonly #identifies: boolean;
  #connection: SocketIoConnection | undefined;
  #room = "";
  #said = 0;
  #lastId = 0;
  /** By which Socket.IO recovers a connection, where the server lets it. */
  #recovery: { pid?: string; offset?: string } = {};

  /**
   * @param identifies whether it does as the tutorial's client: names each message by an id of its own, and tells which one
   * it heard last when it comes back
   */
  constructor(url: string, name: string, ears: Ears, identifies: boolean) {
    this.#url = url;
    this.#name = name;
    this.#ears = ears;
    this.#identifies = identifies;
  }

  async connect(): Promise<void> {
    await this.#connect({});
  }

  async open(room: string): Promise<string> {
    return room;
  }

  async join(room: string): Promise<void> {
    await this.#connection?.ask("join", room, this.#name, ...(this.#identifies ? [this.#lastId] : []));
    this.#room = room;
  }

  async comeBack(): Promise<void> {
    const { pid } = this.#recovery;
    // Who identifies was away for longer than Socket.IO recovers: for that the tutorial has its table.
    await this.#connect(this.#identifies ? {} : this.#recovery);
    const isRecovered = pid !== undefined && this.#recovery.pid === pid;
    if (!isRecovered) await this.join(this.#room);
  }

  say(text: string, acknowledged: () => void): void {
    this.#said += 1;
    const id = this.#identifies ? [`${this.#name}-${this.#said}`] : [];
    this.#connection?.say(["say", this.#room, text, ...id], acknowledged);
  }

  traffic() {
    return this.#connection?.traffic() ?? NO_TRAFFIC;
  }

  cut(): void {
    this.#connection?.cut();
  }

  async #connect(auth: object): Promise<void> {
    this.#connection = new SocketIoConnection({
      url: this.#url,
      namespace: "/",
      auth,
      event: (args) => this.#hear(args),
      ended: (why) => this.#ears.problem(`a connection ended: ${why}`),
    });
    const { pid } = (await this.#connection.connect()) as { pid?: string };
    if (pid !== undefined) this.#recovery.pid = pid;
  }

  #hear(args: readonly unknown[]): void {
    const [event, message] = args;
    if (event !== "said") return;
    const { id, text } = message as ChatMessage;
    this.#lastId = id;
    const offset = args.at(-1);
    if (typeof offset === "string") this.#recovery.offset = offset;
    this.#ears.heard(text);
  }
}

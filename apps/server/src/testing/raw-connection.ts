import { NAMESPACE } from "@rejoin/protocol";
import { eventually, headersOf, type Session } from "@rejoin/testkit";
import { Manager } from "socket.io-client";

/**
 * A connection below Socket.IO's packets: sends any of them as text, also those that no client library would. In front of
 * its JSON a packet has its type (0 to connect, 2 for an event, 3 for an answer, 4 for a refused connection), its
 * namespace with a comma, and the number of its acknowledgement.
 */
export class RawConnection implements Disposable {
  /** Every packet that was heard, as text. */
  readonly heard: string[] = [];
  readonly #manager: Manager;
  #open = false;

  private constructor(url: string, session: Session) {
    this.#manager = new Manager(url, {
      transports: ["websocket"],
      reconnection: false,
      autoConnect: false,
      extraHeaders: headersOf(url, session),
    });
  }

  /** Opens a connection that has spoken to no namespace yet. */
  static async open(url: string, session: Session): Promise<RawConnection> {
    const connection = new RawConnection(url, session);
    await connection.#connect();
    return connection;
  }

  /** Opens a connection that was let in to `/games`. */
  static async enter(url: string, session: Session): Promise<RawConnection> {
    const connection = await RawConnection.open(url, session);
    connection.send(`0${NAMESPACE},`);
    await connection.hears(`0${NAMESPACE},`);
    return connection;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  send(frame: string | Buffer): void {
    this.#manager.engine.send(frame);
  }

  /** Waits for a packet that begins like this. */
  async hears(beginning: string): Promise<string> {
    const find = () => this.heard.find((frame) => frame.startsWith(beginning));
    return (await eventually(`hears ${beginning}`, find, (frame) => frame !== undefined)) ?? "";
  }

  [Symbol.dispose](): void {
    this.#manager.engine?.close();
  }

  async #connect(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#manager.open((error) => (error ? reject(error) : resolve()));
    });
    this.#open = true;
    this.#manager.engine.on("data", (frame) => this.heard.push(String(frame)));
    this.#manager.engine.on("close", () => {
      this.#open = false;
    });
    // What the library would make of the frames is of no interest, and may be no valid packet.
    this.#manager.on("error", () => undefined);
  }
}

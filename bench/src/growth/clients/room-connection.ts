import type { Acknowledgement, ClientMessageName, ClientPayload, RoomId } from "@rejoin/protocol";
import { signIn } from "@rejoin/testkit";
import { insist, newId, rejoinConnection } from "../../clients/rejoin-wire.js";
import type { SocketIoConnection } from "../../clients/socket-io-connection.js";

/** What comes over a connection. */
export interface RoomConnectionEars {
  /** A packet, parsed, and unchecked: the server is believed to speak docs/WIRE.md. */
  heard(name: string, payload: unknown): void;
  /** Something that should not have come: a connection that ended, a refusal for good. */
  problem(what: string): void;
}

/** One player's connection to Rejoin, which may hear several rooms. It waits for answers as long as they take. */
export class RoomConnection implements Disposable {
  readonly #connection: SocketIoConnection;
  /** Of those who wait for an answer. */
  readonly #rejects: Set<(why: Error) => void>;

  private constructor(connection: SocketIoConnection, rejects: Set<(why: Error) => void>) {
    this.#connection = connection;
    this.#rejects = rejects;
  }

  /** Signs somebody in, and connects them. @throws when they are not let in */
  static async open(url: string, name: string, ears: RoomConnectionEars): Promise<RoomConnection> {
    const session = await signIn(url, name);
    const rejects = new Set<(why: Error) => void>();
    const connection = rejoinConnection(url, session, {
      event: ([what, payload], acknowledge) => {
        ears.heard(what as string, payload);
        acknowledge?.();
      },
      ended: (why) => {
        ears.problem(`a connection ended: ${why}`);
        rejectAll(rejects);
      },
    });
    await connection.connect();
    return new RoomConnection(connection, rejects);
  }

  /** Asks until there is an answer that is none of "ask again". @throws for a refusal for good, and when the connection ends */
  ask<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
  ): Promise<Extract<Acknowledgement<Name>, { ok: true }>> {
    return insist((what, asked) => this.#answer(what, asked), name, payload);
  }

  /** Opens a public room. */
  openRoom(title: string): Promise<{ room: RoomId; code: string }> {
    return this.ask("room:create", {
      commandId: newId(),
      title,
      game: "connect-four",
      visibility: "public",
    });
  }

  /** Says something in a room. @returns its number in the log, once it is there */
  async say(room: RoomId, text: string): Promise<number> {
    const command = { type: "say", text } as const;
    const { seq } = await this.ask("room:command", { room, commandId: newId(), command });
    return seq;
  }

  [Symbol.dispose](): void {
    this.#connection.cut();
    rejectAll(this.#rejects);
  }

  #answer(name: string, payload: unknown): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      this.#rejects.add(reject);
      this.#connection.say([name, payload], (args) => {
        this.#rejects.delete(reject);
        resolve(args);
      });
    });
  }
}

function rejectAll(rejects: ReadonlySet<(why: Error) => void>): void {
  for (const reject of rejects) reject(new Error("The connection ended without an answer."));
}

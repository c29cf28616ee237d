import { createSyncClient, type Fault, type RoomHandle, type SyncClient, socketWire } from "@rejoin/sync";
import { eventually } from "./eventually.js";
import { headersOf, type Session, signIn } from "./session.js";

/** A player with the product's own client, in this process instead of in a browser. */
export class SyncPlayer implements Disposable {
  readonly session: Session;
  readonly client: SyncClient;
  /** What the client survived and should not have had to. */
  readonly faults: Fault[] = [];

  private constructor(url: string, session: Session) {
    this.session = session;
    const onFault = (fault: Fault) => this.faults.push(fault);
    const wire = socketWire(url, { headers: headersOf(url, session), onFault });
    this.client = createSyncClient({ wire, player: session.player.id, onFault });
  }

  /** Signs in where only a name is given, starts the client, and waits until it is live. */
  static async connect(url: string, who: Session | string = "Somebody"): Promise<SyncPlayer> {
    const session = typeof who === "string" ? await signIn(url, who) : who;
    const player = new SyncPlayer(url, session);
    player.client.start();
    await eventually(
      "live",
      () => player.client.connection.get(),
      ({ kind }) => kind === "live",
    );
    return player;
  }

  get id(): string {
    return this.session.player.id;
  }

  /** Opens a room, and waits until it is live. @param key its id or its code */
  async enter(key: string): Promise<RoomHandle> {
    const room = this.client.openRoom(key);
    await eventually(
      `${key} is live`,
      () => room.view.get().status,
      ({ kind }) => kind === "live",
    );
    return room;
  }

  [Symbol.dispose](): void {
    this.client.stop();
  }
}

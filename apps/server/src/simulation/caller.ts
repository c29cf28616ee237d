import { type Player, type Refusal, refuse } from "@rejoin/protocol";
import type { Coverage, End, ServerSide, UpPacket } from "@rejoin/testkit";
import type { Visit } from "../games.js";
import { packed, type VirtualLine } from "./virtual-hub.js";

/** What a server does with those who call. */
export interface CallerPorts {
  coverage: Coverage;
  isDraining: () => boolean;
  /** The player of a session. Rejects where the database does not answer. */
  find: (session: string) => Promise<Player | null>;
  welcome: (player: Player, side: ServerSide) => { line: VirtualLine; visit: Visit };
  /** They are gone. */
  gone: (line: VirtualLine) => void;
}

/** One connection at a server: let in or turned away by its door, as the gateway does, and then heard by the games. */
export class Caller implements Pick<End, "heard" | "lost"> {
  readonly #side: ServerSide;
  readonly #ports: CallerPorts;
  #stage: "silent" | "at the door" | "gone" | { line: VirtualLine; visit: Visit } = "silent";

  constructor(side: ServerSide, ports: CallerPorts) {
    this.#side = side;
    this.#ports = ports;
  }

  heard(text: string): void {
    const packet = JSON.parse(text) as UpPacket;
    const stage = this.#stage;
    if (packet.kind === "hello") {
      if (stage === "silent") void this.#knock(packet.player);
    } else if (typeof stage !== "object") {
      return;
    } else if (packet.kind === "received") {
      stage.line.received(packet.page);
    } else {
      const answer = (given: unknown): void =>
        this.#side.say(packed({ kind: "answer", id: packet.id, answer: given }));
      stage.visit.receive(packet.name, packet.payload, answer);
    }
  }

  /** The connection is lost, or is to be ended. */
  lost(): void {
    const stage = this.#stage;
    this.#stage = "gone";
    this.#side.close();
    if (typeof stage !== "object") return;
    this.#ports.gone(stage.line);
    stage.visit.left();
  }

  async #knock(session: string): Promise<void> {
    this.#stage = "at the door";
    const admitted = await this.#admit(session);
    // Lost while who it is was being looked up.
    if (this.#stage !== "at the door") return;
    if ("code" in admitted) {
      this.#ports.coverage.count(`turned away at the door: ${admitted.code}`);
      this.#side.say(packed({ kind: "refused", refusal: admitted }));
    } else {
      this.#stage = this.#ports.welcome(admitted, this.#side);
      this.#side.say(packed({ kind: "welcome" }));
    }
  }

  async #admit(session: string): Promise<Player | Refusal> {
    if (this.#ports.isDraining()) return refuse("draining", "This server is being replaced.", 1_000);
    try {
      return (await this.#ports.find(session)) ?? refuse("unauthenticated", "No valid session.");
    } catch {
      return refuse("unavailable", "The server cannot reach its database.", 1_000);
    }
  }
}

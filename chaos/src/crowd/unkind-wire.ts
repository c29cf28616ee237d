import type { Acknowledgement, ClientMessageName, ClientPayload } from "@rejoin/protocol";
import type { Connection, ServerPacket, Wire, WireHandlers } from "@rejoin/sync";
import type { SeededRandom } from "@rejoin/testkit";
import type { CrowdCounts, WireConditions } from "./messages.js";

export const KIND: WireConditions = { lose: 0, repeat: 0, lateMs: 0 };

export interface UnkindWirePorts {
  /** May change at any time. */
  conditions: () => WireConditions;
  random: SeededRandom;
  counts: Pick<CrowdCounts, "packetsLost" | "packetsRepeated" | "packetsLate">;
}

/**
 * The same wire, on which packets of either direction are lost, come twice, or overtake one another, as its conditions say.
 * It keeps to what every wire promises: an answer comes at most once, and after the end of a connection nothing comes.
 */
export function unkindWire(wire: Wire, ports: UnkindWirePorts): Wire {
  return { open: (handlers) => new UnkindConnection(wire, handlers, ports) };
}

class UnkindConnection implements Connection {
  readonly #connection: Connection;
  readonly #ports: UnkindWirePorts;
  #isOpen = false;

  constructor(wire: Wire, handlers: WireHandlers, ports: UnkindWirePorts) {
    this.#ports = ports;
    this.#connection = wire.open({
      opened: () => {
        this.#isOpen = true;
        handlers.opened();
      },
      heard: (packet) => this.#carry(() => handlers.heard(this.#unkindlyReceived(packet))),
      closed: (reason) => {
        this.#isOpen = false;
        handlers.closed(reason);
      },
      refused: (refusal) => {
        this.#isOpen = false;
        handlers.refused(refusal);
      },
    });
  }

  request<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
    answered: (answer: Acknowledgement<Name>) => void,
  ): void {
    let isAnswered = false;
    const answer = (acknowledgement: Acknowledgement<Name>): void => {
      if (isAnswered) return;
      isAnswered = true;
      answered(acknowledgement);
    };
    this.#carry(() =>
      this.#connection.request(name, payload, (acknowledgement) =>
        this.#carry(() => answer(acknowledgement)),
      ),
    );
  }

  close(): void {
    this.#isOpen = false;
    this.#connection.close();
  }

  #unkindlyReceived(packet: ServerPacket): ServerPacket {
    return { ...packet, received: () => this.#carry(() => packet.received()) };
  }

  /** Lets one packet through: not at all, once or twice, now or later. */
  #carry(deliver: () => void): void {
    const { lose, repeat, lateMs } = this.#ports.conditions();
    const { random, counts } = this.#ports;
    if (lose > 0 && random.chance(lose)) {
      counts.packetsLost += 1;
      return;
    }
    this.#deliver(deliver, lateMs);
    if (repeat === 0 || !random.chance(repeat)) return;
    counts.packetsRepeated += 1;
    this.#deliver(deliver, lateMs + 1);
  }

  #deliver(deliver: () => void, lateMs: number): void {
    if (lateMs === 0) {
      deliver();
      return;
    }
    this.#ports.counts.packetsLate += 1;
    setTimeout(() => this.#isOpen && deliver(), this.#ports.random.next() * lateMs);
  }
}

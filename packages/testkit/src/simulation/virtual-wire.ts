import {
  type Acknowledgement,
  acknowledgement,
  type ClientMessageName,
  type ClientPayload,
  clientMessages,
  parse,
  refusal,
  type ServerMessageName,
  serverMessages,
} from "@rejoin/protocol";
import type { Connection, ServerPacket, Wire, WireHandlers } from "@rejoin/sync";
import type { DownPacket, UpPacket } from "./packets.js";
import type { ClientSide, Plug, VirtualNetwork } from "./virtual-network.js";

const REFUSED_AFTER_MS = 30;

/**
 * The wire of one page, over a virtual network: the same promises as the one over Socket.IO, and no others. Whatever comes
 * is parsed by its schema here, too.
 *
 * @param unreadable hears of what does not fit its schema
 */
export function virtualWire(network: VirtualNetwork, plug: Plug, unreadable: (why: string) => void): Wire {
  return { open: (handlers) => new WireConnection(network, plug, handlers, unreadable) };
}

class WireConnection implements Connection {
  readonly #handlers: WireHandlers;
  readonly #unreadable: (why: string) => void;
  readonly #asked = new Map<number, (answer: unknown) => void>();
  #side: ClientSide | null = null;
  #isWelcome = false;
  #isOver = false;
  #asks = 0;

  constructor(
    network: VirtualNetwork,
    plug: Plug,
    handlers: WireHandlers,
    unreadable: (why: string) => void,
  ) {
    this.#handlers = handlers;
    this.#unreadable = unreadable;
    this.#side = network.dial(plug, {
      heard: (packet) => this.#heard(JSON.parse(packet) as DownPacket),
      lost: (reason) => this.#lost(() => handlers.closed(reason)),
    });
    if (this.#side) this.#say({ kind: "hello", player: plug.player });
    else plug.host.later(REFUSED_AFTER_MS, () => this.#lost(() => handlers.closed("nobody listens")));
  }

  request<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
    answered: (answer: Acknowledgement<Name>) => void,
  ): void {
    const id = this.#asks++;
    this.#asked.set(id, (answer) => {
      const parsed = parse(answerSchemas[name] as never, answer);
      if (parsed.ok) answered(parsed.value as Acknowledgement<Name>);
      else this.#unreadable(`the answer to ${name}: ${parsed.refusal.message}`);
    });
    this.#say({ kind: "ask", id, name, payload });
  }

  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#side?.close();
  }

  #say(packet: UpPacket): void {
    this.#side?.say(JSON.stringify(packet));
  }

  #lost(tell: () => void): void {
    if (this.#isOver) return;
    this.#isOver = true;
    tell();
  }

  #heard(packet: DownPacket): void {
    if (this.#isOver || (packet.kind === "said" && !this.#isWelcome)) return;
    switch (packet.kind) {
      case "welcome":
        if (!this.#isWelcome) this.#handlers.opened();
        this.#isWelcome = true;
        break;
      case "refused":
        this.#side?.close();
        this.#lost(() => this.#handlers.refused(refusal.parse(packet.refusal)));
        break;
      case "answer":
        this.#asked.get(packet.id)?.(packet.answer);
        this.#asked.delete(packet.id);
        break;
      case "said":
        this.#said(packet);
    }
  }

  #said({ name, payload, page }: Extract<DownPacket, { kind: "said" }>): void {
    const parsed = parse(serverMessages[name as ServerMessageName].payload as never, payload);
    const received = (): void => {
      if (page !== undefined && !this.#isOver) this.#say({ kind: "received", page });
    };
    if (parsed.ok) this.#handlers.heard({ name, payload: parsed.value, received } as ServerPacket);
    else this.#unreadable(`${name}: ${parsed.refusal.message}`);
  }
}

// Building a schema costs more than many uses of it.
const answerSchemas = Object.fromEntries(
  (Object.keys(clientMessages) as ClientMessageName[]).map((name) => [name, acknowledgement(name)]),
);

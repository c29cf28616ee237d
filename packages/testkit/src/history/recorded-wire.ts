import type { Acknowledgement, ClientMessageName, ClientPayload } from "@rejoin/protocol";
import type { Connection, Wire, WireHandlers } from "@rejoin/sync";
import { happeningsOf, listedBy, outcomeOf, refusalOf } from "./happenings.js";
import type { Happening, Recorder } from "./recorder.js";

/**
 * The same wire, with everything that passes recorded: what is asked before it is sent, what arrives before the client acts
 * on it.
 */
export function recordedWire(wire: Wire, client: string, recorder: Recorder): Wire {
  const listed = new Set<string>();
  const record = (happening: Happening): void => {
    // The directory is told again and again; that a room was in it is told once.
    if (happening.kind === "listed") {
      const naming = `${happening.list} ${happening.room}`;
      if (listed.has(naming)) return;
      listed.add(naming);
    }
    recorder.record(happening);
  };
  return { open: (handlers) => new RecordedConnection(wire, handlers, client, recorder, record) };
}

class RecordedConnection implements Connection {
  readonly #connection: Connection;
  readonly #client: string;
  readonly #recorder: Recorder;
  readonly #record: (happening: Happening) => void;
  #isOpen = false;

  constructor(
    wire: Wire,
    handlers: WireHandlers,
    client: string,
    recorder: Recorder,
    record: (happening: Happening) => void,
  ) {
    this.#client = client;
    this.#recorder = recorder;
    this.#record = record;
    this.#connection = wire.open({
      opened: () => {
        this.#isOpen = true;
        record({ kind: "connected", client });
        handlers.opened();
      },
      heard: (packet) => {
        for (const happening of happeningsOf(client, packet)) record(happening);
        handlers.heard(packet);
      },
      closed: (reason) => {
        this.#lost(reason);
        handlers.closed(reason);
      },
      refused: (refusal) => {
        this.#lost(refusal.code);
        handlers.refused(refusal);
      },
    });
  }

  request<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
    answered: (answer: Acknowledgement<Name>) => void,
  ): void {
    const recordAnswer = this.#recordAsked({ name, payload } as Said);
    this.#connection.request(name, payload, (answer) => {
      recordAnswer(answer as Acknowledgement<ClientMessageName>);
      answered(answer);
    });
  }

  close(): void {
    this.#lost("closed by the client");
    this.#connection.close();
  }

  #lost(reason: string): void {
    if (this.#isOpen) this.#record({ kind: "connection-lost", client: this.#client, reason });
    this.#isOpen = false;
  }

  /** @returns how to record the answer */
  #recordAsked(said: Said): (answer: Acknowledgement<ClientMessageName>) => void {
    const client = this.#client;
    switch (said.name) {
      case "room:command": {
        const { room, commandId: command } = said.payload;
        this.#record({ kind: "asked", room, client, command });
        return (answer) => {
          const outcome = outcomeOf(answer as Acknowledgement<"room:command">);
          this.#record({ kind: "answered", room, client, command, outcome });
        };
      }
      case "room:create": {
        const command = said.payload.commandId;
        this.#record({ kind: "creation-asked", client, command });
        return (answer) => this.#created(command, answer as Acknowledgement<"room:create">);
      }
      case "room:join":
        return this.#joins("join");
      case "room:catch-up":
        return this.#joins("catch-up");
      case "lobby:join":
        return (answer) => {
          for (const happening of listedBy(client, answer as Acknowledgement<"lobby:join">))
            this.#record(happening);
        };
      default:
        return () => {};
    }
  }

  #created(command: string, answer: Acknowledgement<"room:create">): void {
    const outcome = answer.ok ? { ok: true as const, room: answer.room } : refusalOf(answer.refusal);
    this.#record({ kind: "creation-answered", client: this.#client, command, outcome });
  }

  #joins(how: "join" | "catch-up"): (answer: Acknowledgement<ClientMessageName>) => void {
    const askedAt = this.#recorder.now();
    return (answer) => {
      if (!answer.ok) return;
      const { room, epoch, head, catchUp } = answer as Acknowledgement<"room:join"> & { ok: true };
      this.#record({ kind: "joined", room, client: this.#client, askedAt, how, epoch, head, catchUp });
    };
  }
}

type Said = { [Name in ClientMessageName]: { name: Name; payload: ClientPayload<Name> } }[ClientMessageName];

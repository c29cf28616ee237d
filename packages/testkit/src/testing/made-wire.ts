import type { Acknowledgement, ClientMessageName, ClientPayload } from "@rejoin/protocol";
import { view, viewState } from "@rejoin/rules";
import type { Connection, ServerPacket, Wire, WireHandlers } from "@rejoin/sync";
import { type MadeLog, player } from "./made-log.js";

/** An honest server of one room, at the other end of one player's wire. Everything arrives a moment later. */
export class MadeWire implements Wire {
  readonly #log: MadeLog;
  readonly #player: string;
  #line: { handlers: WireHandlers; isOpen: boolean } | null = null;
  /** Answers that are kept back, as by a network that loses them. */
  losesAnswers = false;

  constructor(log: MadeLog, who: string) {
    this.#log = log;
    this.#player = who;
  }

  open(handlers: WireHandlers): Connection {
    const line = { handlers, isOpen: true };
    this.#line = line;
    const later = (call: () => void) => queueMicrotask(() => line.isOpen && call());
    later(() => handlers.opened());
    return {
      request: (name, payload, answered) =>
        later(() => {
          const answer = this.#serve(name, payload);
          if (!this.losesAnswers) later(() => answered(answer as Acknowledgement<typeof name>));
        }),
      close: () => {
        line.isOpen = false;
      },
    };
  }

  cut(): void {
    const line = this.#line;
    if (!line?.isOpen) return;
    line.isOpen = false;
    line.handlers.closed("cut");
  }

  #tell(packet: Omit<ServerPacket, "received">): void {
    const line = this.#line;
    queueMicrotask(() => line?.isOpen && line.handlers.heard({ ...packet, received() {} } as ServerPacket));
  }

  #serve(name: ClientMessageName, payload: ClientPayload<ClientMessageName>): unknown {
    const { room, epoch } = this.#log;
    if (name === "room:command") {
      const { command, commandId } = payload as ClientPayload<"room:command">;
      const taken = this.#log.take(
        player(this.#player),
        command as never,
        commandId,
        1_700_000_000_000,
        () => 0,
      );
      if (taken.ok && taken.isNew) this.#publish(taken.seq - 1);
      return taken.ok ? { ok: true, seq: taken.seq } : taken;
    }
    if (name !== "room:join" && name !== "room:catch-up") return { ok: true };
    const { after } = payload as ClientPayload<"room:join">;
    const { head, state } = this.#log;
    const seen = viewState(state, this.#player);
    if (after) this.#publish(after.seq);
    else
      this.#tell({
        name: "room:snapshot",
        payload: { room, epoch, seq: head, state: seen, reason: "joined" },
      });
    return { ok: true, room, epoch, head, catchUp: after ? "events" : "snapshot" };
  }

  #publish(after: number): void {
    const events = this.#log.events.slice(after).map((event) => view(event, this.#player));
    const { room, epoch } = this.#log;
    if (events.length > 0) this.#tell({ name: "room:events", payload: { room, epoch, events } });
  }
}

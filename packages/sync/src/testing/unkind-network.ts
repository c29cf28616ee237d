import {
  type Acknowledgement,
  type ClientMessageName,
  type ClientPayload,
  type RecordedEvent,
  refuse,
  roomCommand,
  type ServerMessageName,
  type ServerPayload,
} from "@rejoin/protocol";
import type { Clock } from "../clock.js";
import type { Connection, ServerPacket, Wire, WireHandlers } from "../wire.js";
import { ALICE, type RealLog, ROOM } from "./real-log.js";

/** What becomes of one packet, in either direction. */
export type Fate = "arrives" | "is lost" | "arrives twice" | "is late" | "cuts the connection";

const PAGE = 4;
const TRAVEL_MS = 5;
const LATE_MS = 300;

/**
 * An honest server of one room, behind a network that does to each packet what its fate says. When the fates are used
 * up, everything arrives. It says exactly what the wire's contract says, and no more: it is not the product's server.
 */
export class UnkindNetwork implements Wire {
  log: RealLog;
  /** How often each fate struck: what a run that proves something must have seen. */
  readonly struck: Record<Fate, number> = {
    arrives: 0,
    "is lost": 0,
    "arrives twice": 0,
    "is late": 0,
    "cuts the connection": 0,
  };
  catchUps = 0;
  /** Whether the room allows nothing for now. */
  isRefusing = false;
  #fates: Fate[] = [];
  readonly #clock: Clock;
  readonly #lines = new Set<Line>();

  constructor(clock: Clock, log: RealLog) {
    this.#clock = clock;
    this.log = log;
  }

  /** The fates of the packets to come, in order. */
  meet(fates: readonly Fate[]): void {
    this.#fates = [...fates];
  }

  open(handlers: WireHandlers): Connection {
    const line = new Line(this, handlers);
    this.#lines.add(line);
    this.#clock.setTimer(TRAVEL_MS, () => line.isOpen && handlers.opened());
    return line;
  }

  cut(): void {
    for (const line of this.#lines) line.cut();
    this.#lines.clear();
  }

  /** Somebody at the table says something. */
  say(): void {
    this.log.say(1);
    this.publish(this.log.head);
  }

  publish(seq: number): void {
    for (const line of this.#lines) line.hear(this.log.after(seq - 1, seq));
  }

  beacon(): void {
    for (const line of this.#lines) line.tell("room:heads", { heads: { [ROOM]: this.log.head } });
  }

  carry(line: Line, deliver: () => void): void {
    const fate = this.#fates.shift() ?? "arrives";
    this.struck[fate] += 1;
    const arrive = (afterMs: number) => this.#clock.setTimer(afterMs, () => line.isOpen && deliver());
    if (fate === "cuts the connection") this.#clock.setTimer(0, () => line.cut());
    if (fate === "arrives" || fate === "arrives twice") arrive(TRAVEL_MS);
    if (fate === "arrives twice") arrive(TRAVEL_MS * 3);
    if (fate === "is late") arrive(LATE_MS);
  }
}

/** One connection, both ends of it. */
class Line implements Connection {
  isOpen = true;
  readonly #network: UnkindNetwork;
  readonly #handlers: WireHandlers;
  #hearsRoom = false;
  /** A server refuses again what it has refused. Each connection is to one that knows nothing of what the others refused. */
  readonly #refused = new Set<string>();
  #pursuit = 0;

  constructor(network: UnkindNetwork, handlers: WireHandlers) {
    this.#network = network;
    this.#handlers = handlers;
  }

  close(): void {
    this.isOpen = false;
  }

  cut(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#handlers.closed("cut");
  }

  request<Name extends ClientMessageName>(
    name: Name,
    payload: ClientPayload<Name>,
    answered: (answer: Acknowledgement<Name>) => void,
  ): void {
    const answer = (given: unknown): void => {
      let isAnswered = false;
      this.#carry(() => {
        if (!isAnswered) answered(given as Acknowledgement<Name>);
        isAnswered = true;
      });
    };
    this.#carry(() => this.#serve({ name, payload } as Said, answer));
  }

  hear(events: RecordedEvent[]): void {
    if (this.#hearsRoom) this.tell("room:events", { room: ROOM, epoch: this.#network.log.epoch, events });
  }

  tell<Name extends ServerMessageName>(name: Name, payload: ServerPayload<Name>, received = () => {}): void {
    const packet = { name, payload, received: () => this.#carry(received) } as ServerPacket;
    this.#carry(() => this.#handlers.heard(packet));
  }

  #carry(deliver: () => void): void {
    if (this.isOpen) this.#network.carry(this, deliver);
  }

  #serve(said: Said, answer: (given: unknown) => void): void {
    const { log } = this.#network;
    if (said.name === "room:command") {
      const head = log.head;
      const { commandId, command } = said.payload;
      const isKnown = log.events.some((event) => event.commandId === commandId);
      const isRefused = !isKnown && (this.#network.isRefusing || this.#refused.has(commandId));
      const seq = isRefused ? null : log.give(ALICE, roomCommand.parse(command), commandId);
      if (seq === null) this.#refused.add(commandId);
      answer(seq === null ? { ok: false, refusal: refuse("wrong-phase", "Not now.") } : { ok: true, seq });
      if (log.head > head) this.#network.publish(log.head);
    } else if (said.name === "room:join" || said.name === "room:catch-up") {
      this.#hearsRoom = true;
      this.#catchUp(said.payload.after, answer);
    } else {
      answer({ ok: true });
    }
  }

  #catchUp(after: { epoch: string; seq: number } | undefined, answer: (given: unknown) => void): void {
    const { log } = this.#network;
    this.#network.catchUps += 1;
    const reply = { ok: true, room: ROOM, epoch: log.epoch, head: log.head, seen: log.head };
    const pursuit = ++this.#pursuit;
    if (after?.epoch === log.epoch) {
      answer({ ...reply, catchUp: after.seq < log.head ? "events" : "none" });
      this.#page(pursuit, after.seq);
      return;
    }
    answer({ ...reply, catchUp: "snapshot" });
    const reason = after ? "epoch-changed" : "joined";
    this.tell("room:snapshot", { room: ROOM, epoch: log.epoch, seq: log.head, state: log.state, reason });
  }

  #page(pursuit: number, after: number): void {
    const { log } = this.#network;
    const events = log.after(after, after + PAGE);
    const last = events.at(-1)?.seq;
    if (last === undefined || pursuit !== this.#pursuit) return;
    this.tell("room:events", { room: ROOM, epoch: log.epoch, events }, () => this.#page(pursuit, last));
  }
}

type Said = { [Name in ClientMessageName]: { name: Name; payload: ClientPayload<Name> } }[ClientMessageName];

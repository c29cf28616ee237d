import {
  type Acknowledgement,
  type CommandId,
  type RecordedEvent,
  type Refusal,
  type RoomCommand,
  type RoomId,
  refuse,
} from "@rejoin/protocol";
import { type AskingPorts, askUntilAnswered } from "./until-answered.js";
import type { CommandOutcome, PendingCommand } from "./views.js";

export interface OutboxPorts extends AskingPorts {
  newCommandId: () => CommandId;
}

/** Who lives with the outbox: its room. */
export interface OutboxListener {
  changed(): void;
  /** A command was accepted as event `seq`, so the log is at least that long. */
  accepted(seq: number): void;
  /** The server says that this connection does not hear the room. */
  notJoined(): void;
}

interface Entry {
  pending: PendingCommand;
  settle: (outcome: CommandOutcome) => void;
  /** Whether the server may have heard of it. */
  asked: boolean;
}

const MOST_WAITING = 200;

/**
 * The commands of one room that are on their way. They are asked one at a time, in the order in which they were given, so
 * that a refusal to be tried again later can never let a later command overtake. Each keeps its id for as long as its
 * outcome is unknown, over any number of connections, which is why it has one effect (G3) and is settled in the end (G13).
 *
 * An accepted command stays visible until its event is applied. If the event is seen before the answer, that settles it.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #listener: OutboxListener;
  #entries: Entry[] = [];
  #room: RoomId | null = null;
  #applied = 0;
  #stopAsking: (() => void) | null = null;

  constructor(ports: OutboxPorts, listener: OutboxListener) {
    this.#ports = ports;
    this.#listener = listener;
  }

  get pending(): readonly PendingCommand[] {
    return this.#entries.map(({ pending }) => pending);
  }

  /** Whether every command that was given has its outcome. */
  get isSettled(): boolean {
    return this.#unsettled() === undefined;
  }

  /** @returns the outcome, once it is known; refused at once when far too many wait already */
  give(command: RoomCommand): Promise<CommandOutcome> {
    if (this.#entries.length >= MOST_WAITING) {
      const refusal = refuse("rate-limited", `${MOST_WAITING} commands are waiting to be sent already.`);
      return Promise.resolve({ ok: false, refusal });
    }
    const { clock, newCommandId } = this.#ports;
    return new Promise((settle) => {
      const pending: PendingCommand = {
        commandId: newCommandId(),
        command,
        givenAt: clock.now(),
        status: { kind: "waiting" },
      };
      this.#entries.push({ pending, settle, asked: false });
      this.#askNext();
      this.#listener.changed();
    });
  }

  /** The room is joined: what waits may be sent. */
  joined(room: RoomId): void {
    this.#room = room;
    this.#askNext();
  }

  /** The room is no longer heard. What was sent and not answered waits, with its id, to be asked again. */
  apart(): void {
    this.#room = null;
    this.#stopAsking?.();
    this.#stopAsking = null;
    const entry = this.#unsettled();
    if (entry?.pending.status.kind === "sent") this.#mark(entry, { kind: "waiting" });
  }

  /** Events were applied, and everything up to `seq` is held. */
  applied(events: readonly RecordedEvent[], seq: number): void {
    this.#applied = seq;
    for (const event of events) {
      const entry = this.#entries.find(({ pending }) => pending.commandId === event.commandId);
      if (entry) this.#arrived(entry, event.seq);
    }
    const kept = this.#entries.filter(({ pending }) => !this.#isHeld(pending));
    if (kept.length !== this.#entries.length) this.#entries = kept;
  }

  /** The log was replaced: the numbers of what was accepted before mean nothing any more. */
  restarted(): void {
    this.#entries = this.#entries.filter(({ pending }) => pending.status.kind !== "accepted");
  }

  /**
   * The room will not be had on this connection. What the server never heard of is refused; what it may have heard of is
   * unknown, and stays, unless there is no such room.
   */
  roomRefused(refusal: Refusal): void {
    this.apart();
    const ends = (entry: Entry): boolean => refusal.code === "room-not-found" || !entry.asked;
    const [ended, kept] = [this.#entries.filter(ends), this.#entries.filter((entry) => !ends(entry))];
    this.#entries = kept;
    for (const entry of ended)
      if (entry.pending.status.kind !== "accepted") entry.settle({ ok: false, refusal });
  }

  #askNext(): void {
    const entry = this.#unsettled();
    const room = this.#room;
    if (!entry || room === null || this.#stopAsking) return;
    const { commandId, command } = entry.pending;
    this.#mark(entry, { kind: "sent" });
    entry.asked = true;
    const payload = () => ({ room, commandId, command });
    this.#stopAsking = askUntilAnswered(this.#ports, "room:command", payload, (answer) => {
      this.#stopAsking = null;
      this.#answered(entry, answer);
    });
  }

  #answered(entry: Entry, answer: Acknowledgement<"room:command">): void {
    if (!answer.ok && answer.refusal.code === "not-joined") {
      this.apart();
      this.#listener.notJoined();
    } else if (answer.ok) {
      this.#accept(entry, answer.seq);
      this.#askNext();
      this.#listener.accepted(answer.seq);
    } else {
      this.#remove(entry);
      entry.settle({ ok: false, refusal: answer.refusal });
      this.#askNext();
    }
    this.#listener.changed();
  }

  #accept(entry: Entry, seq: number): void {
    this.#mark(entry, { kind: "accepted", seq });
    if (this.#isHeld(entry.pending)) this.#remove(entry);
    entry.settle({ ok: true, seq });
  }

  #arrived(entry: Entry, seq: number): void {
    const beingAsked = entry.pending.status.kind === "sent";
    this.#remove(entry);
    entry.settle({ ok: true, seq });
    if (!beingAsked) return;
    this.#stopAsking?.();
    this.#stopAsking = null;
    this.#askNext();
  }

  #unsettled(): Entry | undefined {
    return this.#entries.find(({ pending }) => pending.status.kind !== "accepted");
  }

  #isHeld({ status }: PendingCommand): boolean {
    return status.kind === "accepted" && status.seq <= this.#applied;
  }

  #mark(entry: Entry, status: PendingCommand["status"]): void {
    entry.pending = { ...entry.pending, status };
  }

  #remove(entry: Entry): void {
    this.#entries = this.#entries.filter((other) => other !== entry);
  }
}

import {
  type Acknowledgement,
  type CommandId,
  type PlayerId,
  type RecordedEvent,
  type Refusal,
  type RoomCommand,
  type RoomId,
  refuse,
} from "@rejoin/protocol";
import type { Keeping } from "./keeping.js";
import { OutboxEntries } from "./outbox-entries.js";
import { adopted, type Entry, mark, tooOld } from "./outbox-entry.js";
import { KEPT_FOR_MS, type KeptCommand } from "./outbox-store.js";
import { type AskingPorts, askUntilAnswered } from "./until-answered.js";
import type { CommandOutcome, PendingCommand, ReturnedCommand } from "./views.js";

export interface OutboxPorts extends AskingPorts {
  /** Who gives the commands. */
  player: PlayerId;
  keeping: Keeping;
  newCommandId: () => CommandId;
}

/** Who lives with the outbox: its room. */
export interface OutboxListener {
  changed(): void;
  /** A command was accepted as event `seq`, so the log is at least that long. */
  accepted(seq: number): void;
  /** The server says that this connection does not hear the room. */
  notJoined(): void;
  /** A command of a page that is gone was not done. */
  returned(command: ReturnedCommand): void;
}

const MOST_WAITING = 200;

/**
 * The commands of one room that are on their way. They are asked one at a time, in the order in which they were given, so
 * that a refusal to be tried again later can never let a later command overtake. Each keeps its id for as long as its
 * outcome is unknown, over any number of connections and of pages, which is why it has one effect (G3) and is settled in
 * the end (G13). One that follows what another tab has taken over waits until it is settled there, and lets pass what other
 * pages gave.
 *
 * A command is kept before it is first asked. It is forgotten when it is accepted; a refused one is first kept as refused,
 * then told, then forgotten, so that a page that ends in between neither loses the text nor asks again for what was refused.
 * Where another tab has taken it over by then it is not told: what becomes of it is told there.
 *
 * An accepted command stays visible until its event is applied. If the event is seen before the answer, that settles it.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #key: string;
  readonly #listener: OutboxListener;
  readonly #entries = new OutboxEntries();
  #room: RoomId | null = null;
  #applied = 0;
  #stopAsking: (() => void) | null = null;
  /**
   * How many refusals are about to be kept. Until they are, whoever took those commands over could still ask for them: what
   * is asked here meanwhile would have overtaken them.
   */
  #refusing = 0;

  /** @param key the room's id or code, as it is opened */
  constructor(ports: OutboxPorts, key: string, listener: OutboxListener) {
    this.#ports = ports;
    this.#key = key;
    this.#listener = listener;
  }

  get pending(): readonly PendingCommand[] {
    return this.#entries.pending;
  }

  /** Whether every command that was given has its outcome. */
  get isSettled(): boolean {
    return this.#refusing === 0 && this.#entries.open.length === 0;
  }

  /** @returns the outcome, once it is known; refused at once when far too many wait already */
  give(command: RoomCommand): Promise<CommandOutcome> {
    const { clock, newCommandId, keeping } = this.#ports;
    return new Promise((settle) => {
      const pending: PendingCommand = {
        commandId: newCommandId(),
        command,
        givenAt: clock.now(),
        status: { kind: "waiting" },
        isKept: false,
      };
      const standing = { page: keeping.page, place: keeping.nextPlace() };
      const entry: Entry = { pending, ...standing, settle, asked: false, isReady: false };
      const kept = this.#kept(entry);
      if (this.#entries.all.length >= MOST_WAITING || !keeping.hasRoomFor(kept)) {
        settle({ ok: false, refusal: refuse("rate-limited", "Too much is waiting to be sent already.") });
        return;
      }
      this.#entries.add(entry);
      keeping.keep(kept, (isKept) => this.#ready(entry, isKept));
      this.#listener.changed();
    });
  }

  /** Takes in commands of pages that are gone, to go on with at `resume`. */
  adopt(commands: readonly KeptCommand[]): void {
    for (const entry of commands.map(adopted)) {
      this.#entries.insert(entry);
      if (this.#isTooOld(entry)) this.#end(entry, tooOld());
    }
  }

  /** It is known whose the kept commands are, and what is this page's is in here. */
  resume(): void {
    this.#askNext();
    this.#listener.changed();
  }

  /** Drops what is kept and others have gone on with. @param share what is this page's */
  keepOnly(share: ReadonlySet<CommandId>): void {
    const isOthers = ({ pending }: Entry): boolean => pending.isKept && !share.has(pending.commandId);
    const lost = this.#entries.open.filter(isOthers);
    if (lost.some(({ pending }) => pending.status.kind === "sent")) this.#stopAskingNow();
    for (const entry of lost) this.#disown(entry);
  }

  /** The room is let go. What is kept stays so, for whoever claims it. */
  close(): void {
    this.apart();
    for (const entry of this.#entries.open) this.#disown(entry);
  }

  /** The room is joined: what waits may be sent. */
  joined(room: RoomId): void {
    this.#room = room;
    this.#askNext();
  }

  /** The room is no longer heard. What was sent and not answered waits, with its id, to be asked again. */
  apart(): void {
    this.#room = null;
    this.#stopAskingNow();
    const entry = this.#entries.sent;
    if (entry) mark(entry, { kind: "waiting" });
  }

  /** Events were applied, and everything up to `seq` is held. */
  applied(events: readonly RecordedEvent[], seq: number): void {
    this.#applied = seq;
    for (const event of events) {
      const entry = event.actor === this.#ports.player ? this.#entries.find(event.commandId) : undefined;
      if (entry) this.#arrived(entry, event.seq);
    }
    this.#entries.dropApplied(seq);
  }

  /** The log was replaced: the numbers of what was accepted before mean nothing any more. */
  restarted(): void {
    this.#applied = 0;
    this.#entries.dropApplied(Number.POSITIVE_INFINITY);
  }

  /**
   * The room will not be had on this connection. What the server never heard of is refused; what it may have heard of is
   * unknown, and stays, unless there is no such room.
   */
  roomRefused(refusal: Refusal): void {
    this.apart();
    const isOver = refusal.code === "room-not-found";
    if (isOver) this.restarted();
    for (const entry of this.#entries.all) if (isOver || !entry.asked) this.#end(entry, refusal);
  }

  #ready(entry: Entry, isKept: boolean): void {
    entry.isReady = true;
    entry.pending = { ...entry.pending, isKept };
    this.#askNext();
    this.#listener.changed();
  }

  #askNext(): void {
    const entry = this.#entries.next((other) => this.#mustWait(other));
    const room = this.#room;
    if (!entry?.isReady || room === null || this.#stopAsking || this.#refusing > 0) return;
    if (entry.pending.isKept && !this.#ports.keeping.isSure) return;
    if (this.#isTooOld(entry)) {
      this.#end(entry, tooOld());
      return;
    }
    const { commandId, command } = entry.pending;
    mark(entry, { kind: "sent" });
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
      this.#end(entry, answer.refusal);
    }
    this.#listener.changed();
  }

  #accept(entry: Entry, seq: number): void {
    mark(entry, { kind: "accepted", seq });
    this.#entries.dropApplied(this.#applied);
    this.#settle(entry, seq);
  }

  #arrived(entry: Entry, seq: number): void {
    const { kind } = entry.pending.status;
    this.#entries.remove(entry);
    if (kind !== "accepted") this.#settle(entry, seq);
    if (kind !== "sent") return;
    this.#stopAskingNow();
    this.#askNext();
  }

  #settle(entry: Entry, seq: number): void {
    this.#ports.keeping.forget(entry.pending.commandId);
    entry.settle?.({ ok: true, seq });
  }

  #end(entry: Entry, refusal: Refusal): void {
    const { keeping } = this.#ports;
    const { commandId } = entry.pending;
    this.#entries.remove(entry);
    this.#refusing += 1;
    keeping.refuse(commandId, refusal, (isTaken) => {
      this.#refusing -= 1;
      if (isTaken && entry.pending.isKept) keeping.disown(commandId);
      else this.#tellRefused(entry, refusal);
      this.#askNext();
      this.#listener.changed();
    });
  }

  #tellRefused({ pending: { commandId, command }, settle }: Entry, refusal: Refusal): void {
    if (settle) {
      settle({ ok: false, refusal });
      this.#ports.keeping.forget(commandId);
    } else this.#listener.returned({ commandId, room: this.#key, command, refusal });
  }

  #kept({ pending: { commandId, command, givenAt }, page, place }: Entry): KeptCommand {
    return { commandId, room: this.#key, command, page, givenAt, place };
  }

  #isTooOld({ pending }: Entry): boolean {
    return this.#ports.clock.now() - pending.givenAt > KEPT_FOR_MS;
  }

  #disown(entry: Entry): void {
    this.#entries.remove(entry);
    this.#ports.keeping.disown(entry.pending.commandId);
  }

  #stopAskingNow(): void {
    this.#stopAsking?.();
    this.#stopAsking = null;
  }

  #mustWait({ page, place }: Entry): boolean {
    return this.#ports.keeping.mustWait({ page, room: this.#key, place });
  }
}

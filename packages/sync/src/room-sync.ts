import {
  type CommandId,
  type Refusal,
  type Reply,
  type RoomCommand,
  type RoomId,
  refuse,
  type ServerPayload,
} from "@rejoin/protocol";
import { Absence } from "./missed.js";
import { type Observable, Variable } from "./observable.js";
import { Outbox, type OutboxPorts } from "./outbox.js";
import type { KeptCommand } from "./outbox-store.js";
import { Pursuit } from "./pursuit.js";
import {
  applyEvents,
  applySnapshot,
  cursorOf,
  EMPTY_REPLICA,
  type Hearing,
  hearHead,
  type Replica,
} from "./replica.js";
import { keepUnchanged, NEW_ROOM_VIEW, statusOf } from "./room-view.js";
import { SeenCursor } from "./seen-cursor.js";
import type { CommandOutcome, ReturnedCommand, RoomView } from "./views.js";
import type { Fault } from "./wire.js";

export interface RoomSyncPorts extends OutboxPorts {
  fault: (fault: Fault) => void;
  /** Hears of a command of a page that is gone, which was not done. */
  returned: (command: ReturnedCommand) => void;
}

/**
 * One room as this client holds it. Its parts: the replica (what is held), the pursuit (keeping it level with the log), the
 * outbox (commands on their way), the absence (what was missed) and the seen cursor. This file passes between them, and
 * shows the whole as one view.
 */
export class RoomSync {
  readonly #view: Variable<RoomView>;
  readonly #fault: (fault: Fault) => void;
  readonly #changed: () => void;
  readonly #pursuit: Pursuit;
  readonly #outbox: Outbox;
  readonly #seen: SeenCursor;
  readonly #absence = new Absence();
  #replica: Replica = EMPTY_REPLICA;
  #room: RoomId | null = null;
  #refusal: Refusal | null = null;

  /**
   * @param key the room's id or code
   * @param changed called after each change, for whoever waits to let the room go
   */
  constructor(ports: RoomSyncPorts, key: string, changed: () => void) {
    this.#view = new Variable(NEW_ROOM_VIEW);
    this.#fault = ports.fault;
    this.#changed = changed;
    this.#seen = new SeenCursor(ports);
    this.#pursuit = new Pursuit(ports, key, {
      replica: () => this.#replica,
      joined: (reply) => this.#joined(reply),
      asked: (reply) => this.#answered(reply),
      aheadOfLog: () => this.#aheadOfLog(),
      refused: (refusal) => this.#refused(refusal),
      changed: () => this.#show(),
    });
    this.#outbox = new Outbox(ports, key, {
      changed: () => this.#show(),
      accepted: (seq) => this.#hearHead(null, seq),
      notJoined: () => this.#pursuit.rejoin(),
      returned: ports.returned,
    });
  }

  get view(): Observable<RoomView> {
    return this.#view;
  }

  get room(): RoomId | null {
    return this.#room;
  }

  get isJoined(): boolean {
    return this.#pursuit.isJoined;
  }

  /**
   * Whether it may be let go: no command waits for its outcome that could still be had here, and no join is unanswered, for
   * the server would go on hearing a room that this client has forgotten.
   */
  get isSettled(): boolean {
    return !this.#pursuit.isJoining && (this.#outbox.isSettled || this.#refusal !== null);
  }

  /** Nobody shows the room for the time being. */
  hidden(): void {
    // Held but never looked at, as by whatever gives a command before the page is there, is nothing to come back to.
    if (this.#seen.last > 0) this.#absence.hidden(this.#seen.last);
  }

  /** Somebody shows the room again. */
  shown(): void {
    this.#absence.shown(this.#replica.seq);
    this.#show();
  }

  opened(): void {
    this.#absence.returning(cursorOf(this.#replica)?.seq ?? null);
    this.#pursuit.join();
  }

  lost(): void {
    this.#apart();
    this.#pursuit.apart();
  }

  /** Looks at once whether anything is missing. */
  check(): void {
    this.#pursuit.check();
  }

  /** @param received to be called once all of it is held */
  events(payload: ServerPayload<"room:events">, received: () => void): void {
    this.#take(() => applyEvents(this.#replica, payload));
    const last = payload.events.at(-1)?.seq ?? 0;
    if (this.#replica.epoch === payload.epoch && this.#replica.seq >= last) received();
  }

  /** @param received to be called once it is held, or something newer is */
  snapshot(payload: ServerPayload<"room:snapshot">, received: () => void): void {
    const before = this.#replica;
    this.#take(() => applySnapshot(before, payload));
    if (this.#replica.epoch === payload.epoch && this.#replica.seq >= payload.seq) received();
    if (this.#replica.base === before.base) return;
    this.#pursuit.rebased(payload.seq);
    this.#show();
  }

  /** @param head from the beacon */
  heads(head: number): void {
    this.#hearHead(null, head);
  }

  send(command: RoomCommand): Promise<CommandOutcome> {
    return this.#refusal
      ? Promise.resolve({ ok: false, refusal: this.#refusal })
      : this.#outbox.give(command);
  }

  /** Takes in commands of pages that are gone, to go on with at `resume`. */
  adopt(commands: readonly KeptCommand[]): void {
    this.#outbox.adopt(commands);
  }

  /** @param share the commands that are still this page's */
  keepOnly(share: ReadonlySet<CommandId>): void {
    this.#outbox.keepOnly(share);
  }

  /** It is known whose the kept commands are, and what is this page's is in here. */
  resume(): void {
    this.#outbox.resume();
  }

  /** It is let go for good. */
  close(): void {
    this.#outbox.close();
    this.lost();
  }

  seen(): void {
    this.#seen.saw(this.#replica.seq);
  }

  dismissMissed(): void {
    this.#absence.dismiss();
    this.#show();
  }

  #apart(): void {
    this.#outbox.apart();
    this.#seen.apart();
  }

  #joined(reply: Reply<"room:join">): void {
    this.#answered(reply);
    if (this.#replica.epoch === reply.epoch) this.#absence.joined(reply.head, reply.seen);
    this.#outbox.joined(reply.room);
    this.#seen.joined(reply.room);
  }

  #answered({ room, epoch, head }: Reply<"room:catch-up">): void {
    this.#room = room;
    this.#refusal = null;
    this.#hearHead(epoch, head);
  }

  #aheadOfLog(): void {
    const before = this.#replica;
    this.#replica = EMPTY_REPLICA;
    this.#restarted(before);
    this.#show();
  }

  #refused(refusal: Refusal): void {
    this.#refusal = refusal;
    this.#apart();
    this.#outbox.roomRefused(refusal);
    this.#show();
  }

  /** @param before what was held of the log as it was */
  #restarted({ state, seq }: Replica): void {
    if (state) this.#fault({ kind: "log-replaced", room: this.#room ?? "", seq });
    this.#absence.restarted();
    this.#outbox.restarted();
    this.#seen.restarted();
  }

  #hearHead(epoch: string | null, head: number): void {
    this.#take(() => hearHead(this.#replica, epoch, head));
  }

  #take(hear: () => Hearing): void {
    if (this.#refusal) return;
    const hearing = this.#attempt(hear);
    if (!hearing) return;
    const before = this.#replica;
    this.#replica = hearing.replica;
    if (before.epoch !== null && before.epoch !== hearing.replica.epoch) this.#restarted(before);
    const moved = before.seq !== hearing.replica.seq;
    if (moved) {
      this.#outbox.applied(hearing.applied, hearing.replica.seq);
      this.#pursuit.progressed();
    }
    if (hearing.next === "ask") this.#pursuit.suspect();
    this.#show();
  }

  #attempt(hear: () => Hearing): Hearing | null {
    try {
      return hear();
    } catch (error) {
      // The log is right and this page is too old to read it. Asking again would bring the same: it stops and says so.
      const seq = this.#replica.seq + 1;
      this.#fault({ kind: "inapplicable", room: this.#room ?? "", seq, detail: String(error) });
      this.#pursuit.refuse(refuse("unsupported-version", "This page is older than the room. Load it again."));
      return null;
    }
  }

  #show(): void {
    const { epoch, seq, head, state, base, events } = this.#replica;
    const { isJoined, progress } = this.#pursuit;
    const view: RoomView = {
      ...{ epoch, seq, head, state, base, events },
      status: statusOf({ refusal: this.#refusal, holds: state !== null, isJoined, progress }),
      room: this.#room,
      missed: this.#absence.missed,
      pending: this.#outbox.pending,
    };
    this.#view.update((held) => keepUnchanged(held, view));
    this.#changed();
  }
}

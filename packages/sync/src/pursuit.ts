import type { Refusal, Reply } from "@rejoin/protocol";
import { backoffMs } from "./backoff.js";
import { cursorOf, type Replica } from "./replica.js";
import { type AskingPorts, askUntilAnswered } from "./until-answered.js";

/** Whose log is pursued: its room. */
export interface PursuitListener {
  /** What is held now. */
  replica(): Replica;
  /** A join was answered. The head must be taken in before this returns. */
  joined(reply: Reply<"room:join">): void;
  /** A request to catch up was answered. The head must be taken in before this returns. */
  asked(reply: Reply<"room:catch-up">): void;
  /** The log is shorter than what is held: it was restored. Nothing may be held any more when this returns. */
  aheadOfLog(): void;
  refused(refusal: Refusal): void;
  changed(): void;
}

type Goal = Pick<Reply<"room:join">, "epoch" | "head">;

type State =
  | { kind: "apart" }
  | { kind: "joining"; cancel: () => void }
  /** Joined, and nothing is known to be missing. */
  | { kind: "level" }
  /** Something is missing, and may be on its way: it is given a moment before it is asked for. */
  | { kind: "patient"; cancel: () => void }
  | { kind: "asking"; cancel: () => void }
  /** The server sends everything up to the goal; asked again when that stalls. */
  | { kind: "following"; goal: Goal; cancel: () => void }
  | { kind: "refused" };

/** Events may come in another order from two servers: a hole often fills by itself. */
const PATIENCE_MS = 100;
const STALLED_AFTER_MS = 8_000;

/**
 * Keeps one replica level with its log: joins, notices that something is missing, asks for it, and sees that it comes. At
 * most one question is open at a time, however many packets show the same hole; an answer that brings nothing is
 * followed by a growing pause, so that no two servers that disagree can make a client storm them.
 */
export class Pursuit {
  readonly #ports: AskingPorts;
  readonly #listener: PursuitListener;
  #state: State = { kind: "apart" };
  #key: string;
  #fruitless = 0;
  /** The range that is being caught up, for showing: from, not included, up to. */
  #range: { from: number; to: number } | null = null;

  constructor(ports: AskingPorts, key: string, listener: PursuitListener) {
    this.#ports = ports;
    this.#key = key;
    this.#listener = listener;
  }

  get isJoined(): boolean {
    return !["apart", "joining", "refused"].includes(this.#state.kind);
  }

  /** Whether the server may hear the room without this client knowing it yet. */
  get isJoining(): boolean {
    return this.#state.kind === "joining";
  }

  /** How far catching up has come, in events; null while there is nothing to catch up with. */
  get progress(): { done: number; total: number } | null {
    if (!this.#range) return null;
    const { seq, head } = this.#listener.replica();
    const { from, to } = this.#range;
    return { done: Math.max(0, seq - from), total: Math.max(to, head) - from };
  }

  /** There is a connection, or a new reason to try. */
  join(): void {
    const payload = () => {
      const after = cursorOf(this.#listener.replica());
      return { room: this.#key, ...(after && { after }) };
    };
    this.#enter({
      kind: "joining",
      cancel: askUntilAnswered(this.#ports, "room:join", payload, (answer) => {
        if (answer.ok) this.#joined(answer);
        else this.#turnedAway(answer.refusal);
      }),
    });
  }

  /** The server says that this connection does not hear the room: joins anew, more slowly each time that does not help. */
  rejoin(): void {
    const wait = backoffMs(this.#fruitless++, this.#ports.random);
    this.#enter({ kind: "joining", cancel: this.#ports.clock.setTimer(wait, () => this.join()) });
  }

  /** The connection is lost. */
  apart(): void {
    this.#range = null;
    this.#enter({ kind: "apart" });
  }

  /** Something that was heard shows that something else is missing. */
  suspect(): void {
    if (this.#state.kind !== "level") return;
    const wait =
      PATIENCE_MS * this.#ports.random() +
      (this.#fruitless > 0 ? backoffMs(this.#fruitless, this.#ports.random) : 0);
    this.#enter({ kind: "patient", cancel: this.#ports.clock.setTimer(wait, () => this.#ask()) });
  }

  /** Looks at once. */
  check(): void {
    if (this.#state.kind === "level" || this.#state.kind === "patient") this.#ask();
    else if (this.#state.kind === "refused") this.join();
  }

  /** The replica moved. */
  progressed(): void {
    this.#fruitless = 0;
    if (this.#state.kind === "following") this.#follow(this.#state.goal);
    else if (this.#state.kind === "patient" && !this.#isBehind()) this.#enter({ kind: "level" });
  }

  /** The replica was moved to a snapshot's number: what is caught up begins there. */
  rebased(seq: number): void {
    if (this.#range) this.#range = { ...this.#range, from: seq };
    this.progressed();
  }

  /** The room will not be had on this connection. */
  refuse(refusal: Refusal): void {
    this.#range = null;
    this.#enter({ kind: "refused" });
    this.#listener.refused(refusal);
  }

  #ask(): void {
    const after = cursorOf(this.#listener.replica());
    if (!after) {
      this.join();
      return;
    }
    const payload = () => ({ room: this.#key, after: cursorOf(this.#listener.replica()) ?? after });
    this.#enter({
      kind: "asking",
      cancel: askUntilAnswered(this.#ports, "room:catch-up", payload, (answer) => {
        if (answer.ok) this.#asked(answer);
        else this.#turnedAway(answer.refusal);
      }),
    });
  }

  #joined(reply: Reply<"room:join">): void {
    this.#key = reply.room;
    this.#listener.joined(reply);
    this.#follow(reply);
  }

  #asked(reply: Reply<"room:catch-up">): void {
    this.#fruitless += 1;
    this.#listener.asked(reply);
    this.#follow(reply);
  }

  #turnedAway(refusal: Refusal): void {
    if (refusal.code === "not-joined") {
      this.rejoin();
    } else if (refusal.code === "ahead-of-log" && cursorOf(this.#listener.replica())) {
      this.#range = null;
      this.#listener.aheadOfLog();
      this.rejoin();
    } else {
      this.refuse(refusal);
    }
  }

  #follow(goal: Goal): void {
    const { epoch, seq, state } = this.#listener.replica();
    if (state !== null && epoch === goal.epoch && seq >= goal.head) {
      this.#arrive();
      return;
    }
    this.#range = { from: this.#range?.from ?? seq, to: goal.head };
    const cancel = this.#ports.clock.setTimer(STALLED_AFTER_MS, () => this.#ask());
    this.#enter({ kind: "following", goal, cancel });
  }

  #arrive(): void {
    this.#range = null;
    this.#enter({ kind: "level" });
    if (this.#isBehind()) this.suspect();
  }

  #isBehind(): boolean {
    const { seq, head } = this.#listener.replica();
    return seq < head;
  }

  #enter(state: State): void {
    if ("cancel" in this.#state) this.#state.cancel();
    this.#state = state;
    this.#listener.changed();
  }
}

import type { CommandId, PlayerId, RecordedEvent, RoomCommand, SnapshotReason } from "@rejoin/protocol";
import { evolve, type RoomState, view, viewState } from "@rejoin/rules";
import { digestOf } from "../history/digest.js";
import type { Recorder } from "../history/recorder.js";
import type { MadeLog } from "./made-log.js";

interface Held {
  epoch: string;
  base: number;
  seq: number;
  state: RoomState | null;
}

export interface MadeCommand {
  id: CommandId;
  command: RoomCommand;
}

/** A client as the wire's contract wants it, that records what it does. What reaches it is decided by who drives it. */
export class MadeClient {
  readonly client: string;
  readonly player: PlayerId;
  readonly recorder: Recorder;
  readonly log: MadeLog;
  isConnected = false;
  /** Given and not settled yet, in order. */
  waiting: MadeCommand[] = [];
  #held: Held | null = null;
  #ahead = new Map<number, RecordedEvent>();
  #head = 0;
  readonly #sampleEvery: number;

  constructor(client: string, player: PlayerId, log: MadeLog, recorder: Recorder, sampleEvery: number) {
    this.client = client;
    this.player = player;
    this.log = log;
    this.recorder = recorder;
    this.#sampleEvery = sampleEvery;
    recorder.record({ kind: "client-began", client, player });
  }

  get seq(): number {
    return this.#held?.seq ?? 0;
  }

  get state(): RoomState | null {
    return this.#held?.state ?? null;
  }

  get #in() {
    return { room: this.log.room, client: this.client };
  }

  open(by: "id" | "code"): void {
    this.recorder.record({ kind: "room-opened", ...this.#in, by });
  }

  connect(): void {
    this.isConnected = true;
    this.recorder.record({ kind: "connected", client: this.client });
  }

  lose(): void {
    if (!this.isConnected) return;
    this.isConnected = false;
    this.recorder.record({ kind: "connection-lost", client: this.client, reason: "cut" });
  }

  /** Joins, and takes in a snapshot or a part of what is missing. */
  join(how: "join" | "catch-up", snapshotAnyway: boolean, page: number): void {
    const { epoch, head } = this.log;
    const isSameLife = this.#held?.epoch === epoch;
    const isSnapshot = !isSameLife || snapshotAnyway;
    const catchUp = isSnapshot ? "snapshot" : this.seq < head ? "events" : "none";
    const askedAt = this.recorder.now();
    this.recorder.record({ kind: "joined", ...this.#in, askedAt, how, epoch, head, catchUp });
    this.#head = isSameLife ? Math.max(this.#head, head) : head;
    if (isSnapshot) this.snapshot(this.#held ? (isSameLife ? "too-far" : "epoch-changed") : "joined");
    else this.hear(this.log.events.slice(this.seq, this.seq + page));
  }

  hear(events: readonly RecordedEvent[]): void {
    if (events.length === 0) return;
    const { epoch } = this.log;
    const seen = events.map((event) => view(event, this.player));
    const digests = seen.map((event): [number, number] => [event.seq, digestOf(event)]);
    this.recorder.record({ kind: "heard", ...this.#in, epoch, events: digests });
    for (const event of seen) this.#ahead.set(event.seq, event);
    this.#head = Math.max(this.#head, ...seen.map(({ seq }) => seq));
    this.#apply();
  }

  snapshot(reason: SnapshotReason): void {
    const { epoch, head: seq, state: whole } = this.log;
    const state = viewState(whole, this.player);
    this.recorder.record({ kind: "snapshot", ...this.#in, epoch, seq, reason, state: digestOf(state) });
    if (this.#held?.epoch !== epoch) this.#ahead = new Map();
    if (this.#held?.epoch === epoch && this.#held.seq >= seq) return;
    this.#held = { epoch, base: seq, seq, state };
    this.#recordHeld();
    this.#apply();
  }

  beacon(head: number): void {
    this.recorder.record({ kind: "beacon", ...this.#in, head });
  }

  rest(): void {
    const { epoch = null, seq = 0, state = null } = this.#held ?? {};
    this.recorder.record({ kind: "at-rest", ...this.#in, epoch, seq, state: state && digestOf(state) });
  }

  #apply(): void {
    const held = this.#held;
    if (!held) return;
    const before = held.seq;
    for (const seq of this.#ahead.keys()) if (seq <= held.seq) this.#ahead.delete(seq);
    for (let next = this.#ahead.get(held.seq + 1); next; next = this.#ahead.get(held.seq + 1)) {
      this.#ahead.delete(next.seq);
      held.state = evolve(held.state, next);
      held.seq = next.seq;
    }
    const every = this.#sampleEvery;
    if (Math.floor(before / every) !== Math.floor(held.seq / every)) this.#recordHeld();
  }

  #recordHeld(): void {
    if (!this.#held) return;
    const { epoch, seq, base, state } = this.#held;
    const head = Math.max(this.#head, seq);
    const numbers = { epoch, seq, head, base, length: seq - base, live: seq === this.log.head };
    this.recorder.record({ kind: "held", ...this.#in, ...numbers, state: state && digestOf(state) });
  }
}

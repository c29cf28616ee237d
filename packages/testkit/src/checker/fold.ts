import { type RecordedEvent, ROOM_ACTOR } from "@rejoin/protocol";
import { evolve, type RoomState, viewState } from "@rejoin/rules";
import { digestOf } from "../history/digest.js";
import type { Access } from "./access.js";
import { couldHappenByItself } from "./by-itself.js";
import type { Life } from "./life.js";
import { type RoomCase, type RoomRecord, type Rule, report } from "./room-case.js";
import type { ViolationName } from "./verdict.js";

interface Sample {
  record: RoomRecord & { client: string };
  state: number;
  /** What it is called when the state is another one. */
  name: ViolationName;
}

/**
 * Folds the log with the product's own rules, once (from the state that stands for what was trimmed), and compares each state that a client had with the view of the fold at
 * that number (G6, G10, G11). On the way it judges what the room did by itself (G4), and learns who may know of the room.
 */
export class Fold implements Rule {
  readonly #case: RoomCase;
  readonly #access: Access;
  readonly #samples = new Map<string, Sample[]>();

  constructor(of: RoomCase, access: Access) {
    this.#case = of;
    this.#access = access;
  }

  take(record: RoomRecord): void {
    if (record.kind === "snapshot" || record.kind === "held") this.#sample(record, "wrong state");
    if (record.kind === "at-rest") this.#sample(record, "not converged");
  }

  finish(): void {
    for (const life of this.#case.lives.all) this.#fold(life);
  }

  #sample(
    record: Sample["record"] & { epoch: string | null; seq: number; state?: number | null | undefined },
    name: ViolationName,
  ): void {
    const { epoch, seq, state } = record;
    if (epoch === null || state === null || state === undefined) return;
    const key = `${epoch} ${seq}`;
    const sample = { record, state, name };
    const others = this.#samples.get(key);
    if (others) others.push(sample);
    else this.#samples.set(key, [sample]);
  }

  #fold(life: Life): void {
    let state: RoomState | null = null;
    if (life.first > 1) {
      // What nothing stands for is a hole in the log, and told as that.
      if (!life.base || life.base.seq < life.first - 1) return;
      state = life.base.state;
      this.#access.begin(state, life.base.seq);
      this.#compareAt(state, life, life.base.seq);
    }
    for (const event of life.events) {
      if (life.base && event.seq <= life.base.seq) continue;
      if (event.actor === ROOM_ACTOR) this.#judgeOwn(state, event, life);
      try {
        state = evolve(state, event);
      } catch (error) {
        const detail = `The rules cannot apply event ${event.seq}: ${error}`;
        report(this.#case, "wrong state", { seq: event.seq, detail, records: life.records });
        return;
      }
      this.#access.take(state, event.seq);
      this.#compareAt(state, life, event.seq);
    }
  }

  #compareAt(state: RoomState, { epoch }: Life, seq: number): void {
    const samples = this.#samples.get(`${epoch} ${seq}`);
    if (samples) this.#compare(state, seq, samples);
  }

  #judgeOwn(before: RoomState | null, event: RecordedEvent, life: Life): void {
    this.#case.findings.happened("events of the rooms themselves");
    if (couldHappenByItself(before, event)) return;
    const detail = `Event ${event.seq} (${event.type}) is the room's own, and was not due.`;
    report(this.#case, "phantom event", { seq: event.seq, detail, records: life.records });
  }

  #compare(state: RoomState, seq: number, samples: readonly Sample[]): void {
    const { clients, findings } = this.#case;
    findings.count("states compared", samples.length);
    const whole = digestOf(state);
    for (const { record, state: digest, name } of samples) {
      const { client } = record;
      const player = clients.playerOf(client);
      const seen = viewState(state, player);
      if (digest === (seen === state ? whole : digestOf(seen))) continue;
      const isLeak = isAnothersView(state, digest);
      const detail = isLeak
        ? `${client} had a state at ${seq} with what is hidden from ${player}.`
        : `${client} had another state at ${seq} than the log.`;
      report(this.#case, isLeak ? "leaked secret" : name, { client, seq, detail, records: [record] });
    }
  }
}

function isAnothersView(state: RoomState, digest: number): boolean {
  const seen = [state, ...state.players.map((player) => viewState(state, player))];
  return seen.some((one) => digestOf(one) === digest);
}

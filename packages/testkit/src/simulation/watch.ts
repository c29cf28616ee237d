import type { PlayerId, RecordedEvent } from "@rejoin/protocol";
import type { HistoryRecord, RecordOf } from "../history/record.js";
import type { Happening, Recorder } from "../history/recorder.js";
import type { Coverage } from "./coverage.js";
import { Happened } from "./happened.js";
import { Seams } from "./seams.js";
import type { Truth } from "./truth.js";
import type { WireKind } from "./weather.js";

type Held = Pick<RecordOf<"held">, "epoch" | "seq" | "head">;

/** What is counted where the database does not answer a server. */
const DATABASE_FAILURES = ["database: fails", "database: answer lost", "database: done later"];

/**
 * Takes the records of a run, and holds each against the logs as they are at that moment: what is wrong is known at the step
 * that did it. What can only be told from the whole history is left to the checker.
 */
export class Watch implements Recorder {
  readonly records: HistoryRecord[] = [];
  readonly #truth: Truth;
  readonly #now: () => number;
  readonly #wrong: (what: string) => void;
  readonly #coverage: Coverage;
  readonly #happened: Happened;
  readonly #seams: Seams | null;
  readonly #players = new Map<string, PlayerId>();
  readonly #held = new Map<string, Held>();

  /** @param wrong hears of every broken promise */
  constructor(
    truth: Truth,
    now: () => number,
    wrong: (what: string) => void,
    coverage: Coverage,
    wire: WireKind,
  ) {
    this.#truth = truth;
    this.#now = now;
    this.#wrong = wrong;
    this.#coverage = coverage;
    this.#happened = new Happened(coverage);
    this.#seams =
      wire === "stream"
        ? new Seams(wrong, () => DATABASE_FAILURES.every((what) => coverage.of(what) === 0))
        : null;
  }

  now(): number {
    return this.#now();
  }

  record(happening: Happening): void {
    const record = { ...happening, at: this.now() } as HistoryRecord;
    this.records.push(record);
    this.#happened.take(record);
    this.#seams?.take(record);
    this.#look(record);
  }

  #look(record: HistoryRecord): void {
    switch (record.kind) {
      case "client-began":
        this.#players.set(record.client, record.player);
        break;
      case "room-opened":
      case "room-let-go":
        this.#held.delete(`${record.client} ${record.room}`);
        break;
      case "heard":
        this.#heard(record);
        break;
      case "snapshot":
        this.#snapshot(record);
        break;
      case "beacon":
      case "joined":
        this.#toldHead(record);
        break;
      case "answered":
        this.#answered(record);
        break;
      case "listed":
        this.#listed(record);
        break;
      case "held":
        this.#holds(record);
    }
  }

  #heard({ room, client, epoch, events }: RecordOf<"heard">): void {
    const truth = this.#truth.life(room, epoch);
    const player = this.#playerOf(client);
    if (!truth) {
      this.#wrong(`${client} heard of ${room} in the epoch ${epoch}`);
      return;
    }
    for (const [seq, digest] of events) {
      this.#countSecret(truth.events[seq - 1], player);
      if (seq > truth.head) this.#wrong(`G7: ${client} heard event ${seq} of ${truth.head} in ${room}`);
      else if (digest !== truth.eventDigest(seq, player))
        this.#wrong(`G11: ${client} heard another event ${seq} of ${room} than they may see`);
    }
    if (events.some(([seq], index) => seq !== (events[0]?.[0] ?? 0) + index))
      this.#wrong(`G5: ${client} heard a packet with a hole of ${room}`);
  }

  #countSecret(event: RecordedEvent | undefined, player: PlayerId): void {
    if (event?.type !== "moved" && event?.type !== "game-started") return;
    const { secret } = event.data;
    if (secret) this.#coverage.count(secret.knownTo.includes(player) ? "secret told" : "secret kept");
  }

  #snapshot({ room, client, epoch, seq, state, reason }: RecordOf<"snapshot">): void {
    const truth = this.#truth.life(room, epoch);
    this.#coverage.count(`snapshot: ${reason}`);
    if (!truth || seq > truth.head)
      this.#wrong(`G7: ${client} got a snapshot of ${room} at ${seq} of ${truth?.head}`);
    else if (state !== truth.stateDigest(seq, this.#playerOf(client)))
      this.#wrong(
        `G6: ${client} got a snapshot of ${room} at ${seq} that is not what they may see of the fold`,
      );
  }

  #toldHead(record: RecordOf<"beacon"> | RecordOf<"joined">): void {
    const { room, client, head } = record;
    const lives = this.#truth.livesOf(room);
    // A beacon names no epoch.
    const told = "epoch" in record ? lives.filter(({ epoch }) => epoch === record.epoch) : lives;
    const committed = Math.max(0, ...told.map((life) => life.head));
    if (head > committed) this.#wrong(`G7: ${client} was told of ${head} of ${committed} events in ${room}`);
  }

  #answered({ room, client, command, outcome }: RecordOf<"answered">): void {
    const player = this.#playerOf(client);
    // An answer names no epoch: it may be of a life that ended while it was on its way.
    const lives = this.#truth.livesOf(room);
    const isIts = (event: RecordedEvent | undefined): boolean =>
      event?.commandId === command && event.actor === player;
    if (outcome.ok) {
      if (!lives.some(({ events }) => isIts(events[outcome.seq - 1])))
        this.#wrong(
          `G2: ${client} was told that ${command} is event ${outcome.seq} of ${room}, which it is not`,
        );
    } else if (!outcome.retryable && outcome.code !== "command-id-reused") {
      if (lives.length === 1 && this.#truth.room(room)?.events.some(isIts))
        this.#wrong(
          `G4: ${client} was refused ${command} in ${room} (${outcome.code}), and it is in the log`,
        );
    }
  }

  #listed({ room, client, list }: RecordOf<"listed">): void {
    const lives = this.#truth.livesOf(room);
    const wasPublic = lives.some(({ states }) => states.some((state) => state?.visibility === "public"));
    const wasOwn = lives.some(({ owners }) => owners.has(this.#playerOf(client)));
    if (list === "directory" ? !wasPublic : !wasOwn)
      this.#wrong(`G11: the lobby names ${room} to ${client}, for whom it is not`);
  }

  #holds(record: RecordOf<"held">): void {
    const { room, client, epoch, seq, head, state, base = 0, length = seq } = record;
    const truth = epoch === null ? undefined : this.#truth.life(room, epoch);
    const key = `${client} ${room}`;
    const before = this.#held.get(key);
    this.#held.set(key, { epoch, seq, head });
    if (before?.epoch === epoch && (seq < before.seq || head < before.head))
      this.#wrong(`G9: ${client} fell in ${room} from ${before.seq} of ${before.head} to ${seq} of ${head}`);
    if (state === undefined || state === null) return;
    if (length !== seq - base)
      this.#wrong(`G5: ${client} holds ${length} events of ${room} between ${base} and ${seq}`);
    if (head > (truth?.head ?? 0))
      this.#wrong(`G7: ${client} believes in ${head} of ${truth?.head} in ${room}`);
    else if (state !== truth?.stateDigest(seq, this.#playerOf(client)))
      this.#wrong(`G6: ${client} holds at ${seq} of ${room} what is not what they may see of the fold`);
  }

  #playerOf(client: string): PlayerId {
    return this.#players.get(client) ?? "";
  }
}

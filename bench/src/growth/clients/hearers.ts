import { setTimeout as wait } from "node:timers/promises";
import { LIMITS, type RoomId } from "@rejoin/protocol";
import { eachAtOnce } from "../../driver/at-once.js";
import type { Rest } from "../../driver/messages.js";
import { Recital } from "../../driver/recital.js";
import { Tally } from "../../driver/tally.js";
import { wordsOf } from "../../measure/words.js";
import type { Speakers } from "../load-cost.js";
import { Hearer } from "./hearer.js";

const CONNECT_AT_ONCE = 16;
const JOIN_AT_ONCE = 16;
/** When nothing more was heard for so long, nothing more comes. */
const SILENCE_MS = 5_000;
const LOOK_EVERY_MS = 20;

interface HeardRoom {
  title: string;
  members: readonly Hearer[];
  id: RoomId;
}

/** Rooms of a few members each, over a number of connections that does not depend on how many rooms there are. */
export class Hearers implements Speakers, Disposable {
  readonly #tally = new Tally();
  readonly #hearers: readonly Hearer[];
  readonly #rooms: readonly HeardRoom[];
  readonly #members: number;
  #recital: Recital | undefined;
  #said = 0;
  #acknowledged = 0;
  #heard = 0;
  #markedAt = 0;

  /** @param members of each room */
  constructor(connections: number, rooms: number, members: number) {
    if (rooms * members > connections * LIMITS.roomsPerSocket)
      throw new Error(`${connections} connections cannot hear ${rooms} rooms of ${members}.`);
    this.#members = members;
    this.#hearers = Array.from({ length: connections }, () => this.#hearer());
    this.#rooms = Array.from({ length: rooms }, (_, room) => ({
      title: `Room ${room}`,
      id: "",
      members: Array.from(
        { length: members },
        (_, member) => this.#hearers[(room * members + member) % connections] as Hearer,
      ),
    }));
  }

  async connect(url: string): Promise<void> {
    const all = this.#hearers.map((hearer, index) => ({ hearer, index }));
    await eachAtOnce(all, CONNECT_AT_ONCE, ({ hearer, index }) => hearer.connect(url, `Hearer ${index}`));
  }

  /** Every room is opened by its first member, and joined by all. */
  async join(): Promise<void> {
    await eachAtOnce(this.#rooms, JOIN_AT_ONCE, async (room) => {
      room.id = (await room.members[0]?.open(room.title)) ?? "";
      await Promise.all(room.members.map((member) => member.join(room.id)));
    });
  }

  /** One room after the other, each by its members in turn. */
  async recite(messagesPerSecond: number): Promise<void> {
    let next = 0;
    this.#recital = new Recital(messagesPerSecond, (meantAt) => {
      const room = this.#rooms[next % this.#rooms.length] as HeardRoom;
      const speaker = room.members[Math.floor(next / this.#rooms.length) % this.#members] as Hearer;
      next += 1;
      this.#said += 1;
      speaker.say(room.id, wordsOf(meantAt), () => {
        this.#acknowledged += 1;
        this.#tally.acknowledged += 1;
      });
    });
  }

  async mark(): Promise<void> {
    this.#tally.reset();
    this.#markedAt = performance.now();
  }

  async take() {
    const { acknowledged, delivered, latencies } = this.#tally;
    const seconds = (performance.now() - this.#markedAt) / 1_000;
    return { acknowledged, delivered, latency: latencies.summary(), seconds };
  }

  async rest(): Promise<Rest> {
    this.#recital?.stop();
    let seen = -1;
    let since = performance.now();
    while (!this.#isQuiet && performance.now() - since < SILENCE_MS) {
      if (this.#heard !== seen) since = performance.now();
      seen = this.#heard;
      await wait(LOOK_EVERY_MS);
    }
    return { undelivered: this.#said * this.#members - this.#heard, problems: this.#tally.problems };
  }

  [Symbol.dispose](): void {
    this.#recital?.stop();
    for (const hearer of this.#hearers) hearer[Symbol.dispose]();
  }

  get #isQuiet(): boolean {
    return this.#acknowledged === this.#said && this.#heard === this.#said * this.#members;
  }

  #hearer(): Hearer {
    return new Hearer({
      heard: (text) => {
        this.#heard += 1;
        this.#tally.heard(text);
      },
      problem: (what) => this.#tally.problem(what),
    });
  }
}

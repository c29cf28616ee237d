import type { Coverage } from "./coverage.js";
import type { Host } from "./host.js";
import type { SeededRandom } from "./seeded-random.js";
import type { Timeline } from "./timeline.js";
import type { Weather, WireKind } from "./weather.js";

/** Up from the client to the server, down from the server to the client. */
export type Way = "up" | "down";

/** One end of a connection: whose it is, and what it hears. */
export interface End {
  host: Host;
  heard(packet: string): void;
  /** It was lost, or closed by the other end. */
  lost(reason: string): void;
}

export interface Surroundings {
  timeline: Timeline;
  random: SeededRandom;
  kind: WireKind;
  weather: () => Weather;
  coverage: Coverage;
}

/** As Socket.IO is set up by the server: it asks for a sign of life so often, and waits for it so long. */
const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;
const NOTICED_WITHIN_MS = 200;

/**
 * One connection between a page and a server. Each end learns by itself that it is lost: by a farewell that arrives, by
 * an error soon after a cut, or by silence. Until then it believes in it, and what it says goes nowhere.
 */
export class VirtualConnection {
  readonly #around: Surroundings;
  readonly #ends: Record<Way, End>;
  readonly #isOpen: Record<Way, boolean> = { up: true, down: true };
  readonly #holes: Record<Way, number> = { up: 0, down: 0 };
  readonly #stuck: Record<Way, (() => void)[]> = { up: [], down: [] };
  readonly #unsent: Record<Way, number> = { up: 0, down: 0 };
  readonly #lastArrival: Record<Way, number> = { up: 0, down: 0 };
  readonly #pulse: Record<Way, () => void> = { up: () => {}, down: () => {} };
  #isSevered = false;

  /** @param client where packets down arrive @param server where packets up arrive */
  constructor(around: Surroundings, client: End, server: End) {
    this.#around = around;
    this.#ends = { up: server, down: client };
    this.#expectPing();
    this.#ping();
  }

  get isOver(): boolean {
    return !this.#isOpen.up && !this.#isOpen.down;
  }

  /** Characters that were said one way and could not leave yet. */
  unsent(way: Way): number {
    return this.#unsent[way];
  }

  /** Says something at one end. What is said after its end goes nowhere. */
  say(way: Way, packet: string): void {
    const { random, weather, coverage } = this.#around;
    if (!this.#canSay(way)) return;
    if (random.chance(weather().cut)) {
      coverage.count("connection cut by a packet");
      this.sever("soon");
    } else if (this.#around.kind === "stream") {
      this.#stream(way, () => this.#arrive(way, () => this.#ends[way].heard(packet)), packet.length);
    } else {
      this.#throw(way, packet);
    }
  }

  /** One end takes its leave, the one that hears what goes this way. The other hears of it, unless nothing gets through. */
  close(way: Way): void {
    const other = otherWay(way);
    if (!this.#isOpen[way]) return;
    this.#end(way);
    if (this.#isSevered) return;
    this.#stream(other, () => this.#arrive(other, () => this.#lose(other, "the other end closed it")));
  }

  /** The way between the ends is gone. @param noticed soon by both, or by each only through the other's silence */
  sever(noticed: "soon" | "by silence"): void {
    if (this.#isSevered) return;
    this.#isSevered = true;
    if (noticed === "by silence") return;
    const { timeline, random } = this.#around;
    for (const way of ["up", "down"] as const)
      timeline.after(random.between(0, NOTICED_WITHIN_MS), () =>
        this.#ends[way].host.happen(() => this.#lose(way, "cut")),
      );
  }

  /** For a while nothing comes through one way. Afterwards a stream goes on where it stopped. */
  hole(way: Way, forMs: number): void {
    this.#holes[way] += 1;
    this.#around.timeline.after(forMs, () => {
      this.#holes[way] -= 1;
      if (this.#holes[way] > 0) return;
      this.#unsent[way] = 0;
      for (const send of this.#stuck[way].splice(0)) send();
    });
  }

  // What goes up is said at the client's end, which hears what comes down.
  #canSay(way: Way): boolean {
    return this.#isOpen[otherWay(way)] && !this.#isSevered;
  }

  #stream(way: Way, arrive: () => void, size = 0): void {
    if (this.#holes[way] > 0) {
      this.#unsent[way] += size;
      this.#stuck[way].push(() => this.#stream(way, arrive));
      return;
    }
    const { timeline } = this.#around;
    const at = Math.max(this.#lastArrival[way], timeline.now + this.#travelMs());
    this.#lastArrival[way] = at;
    timeline.at(at, arrive);
  }

  #throw(way: Way, packet: string): void {
    const { timeline, random, weather, coverage } = this.#around;
    const { loss, repeat } = weather();
    if (this.#holes[way] > 0 || random.chance(loss)) {
      coverage.count("packet lost");
      return;
    }
    const copies = random.chance(repeat) ? 2 : 1;
    if (copies === 2) coverage.count("packet repeated");
    for (let copy = 0; copy < copies; copy++) {
      const at = timeline.now + this.#travelMs();
      if (at < this.#lastArrival[way]) coverage.count("packet overtook another");
      this.#lastArrival[way] = Math.max(at, this.#lastArrival[way]);
      timeline.at(at, () => this.#arrive(way, () => this.#ends[way].heard(packet)));
    }
  }

  #travelMs(): number {
    const { random, weather } = this.#around;
    const { travelMs, late, lateMs } = weather();
    return random.between(...travelMs) + (random.chance(late) ? random.between(0, lateMs) : 0);
  }

  #arrive(way: Way, what: () => void): void {
    if (!this.#isSevered) this.#ends[way].host.happen(() => this.#isOpen[way] && what());
  }

  #lose(way: Way, reason: string): void {
    if (!this.#isOpen[way]) return;
    this.#end(way);
    this.#ends[way].lost(reason);
  }

  #end(way: Way): void {
    this.#isOpen[way] = false;
    this.#pulse[way]();
  }

  #ping(): void {
    const { host } = this.#ends.up;
    this.#pulse.up = host.later(PING_EVERY_MS, () => {
      this.#pulse.up = host.later(PONG_WITHIN_MS, () => this.#silent("up"));
      if (this.#canSay("down")) this.#stream("down", () => this.#arrive("down", () => this.#pong()));
    });
  }

  #pong(): void {
    this.#expectPing();
    if (!this.#canSay("up")) return;
    this.#stream("up", () =>
      this.#arrive("up", () => {
        this.#pulse.up();
        this.#ping();
      }),
    );
  }

  #expectPing(): void {
    this.#pulse.down();
    const { host } = this.#ends.down;
    this.#pulse.down = host.later(PING_EVERY_MS + PONG_WITHIN_MS, () => this.#silent("down"));
  }

  #silent(way: Way): void {
    this.#around.coverage.count("half-open connection noticed");
    this.#end(way);
    // The farewell goes out, and arrives if anything does.
    const other = otherWay(way);
    if (!this.#isSevered)
      this.#stream(other, () => this.#arrive(other, () => this.#lose(other, "the other end closed it")));
    this.#ends[way].lost("ping timeout");
  }
}

function otherWay(way: Way): Way {
  return way === "up" ? "down" : "up";
}

import {
  type Coverage,
  Host,
  type Plan,
  type SeededRandom,
  type ServerSide,
  type Timeline,
  type VirtualNetwork,
} from "@rejoin/testkit";
import { createGames, type Games } from "../games.js";
import { LogUnavailable } from "../log/event-log.js";
import type { PresenceRegister } from "../players/presence-register.js";
import { Caller } from "./caller.js";
import { type CrashPoint, type DatabaseConditions, DatabaseLink } from "./database-link.js";
import type { ObservedLog } from "./observed-log.js";
import type { ReadModels } from "./read-models.js";
import { simulatedSettings } from "./simulated-settings.js";
import { VirtualHub, VirtualLine } from "./virtual-hub.js";

export interface VirtualServerPorts {
  timeline: Timeline;
  network: VirtualNetwork;
  random: SeededRandom;
  log: ObservedLog;
  readModels: ReadModels;
  register: PresenceRegister;
  conditions: DatabaseConditions;
  plan: Plan;
  coverage: Coverage;
  wrong: (what: string) => void;
}

/** One life of a server's process: the real games, between a virtual network and a virtual database. */
interface Life {
  host: Host;
  link: DatabaseLink;
  games: Games;
  hub: VirtualHub;
  isDraining: boolean;
  stopListening: () => void;
  /** Everybody who was let in. */
  callers: Map<VirtualLine, Caller>;
}

/** How long players may take to come back when a server goes away, as the gateway tells them. */
const RECONNECT_WITHIN_MS = 2_000;

/** A server that can be started again after it ended. */
export class VirtualServer {
  readonly #name: string;
  readonly #ports: VirtualServerPorts;
  #skewMs: number;
  #life: Life | null = null;
  #lives = 0;

  /** @param skewMs how far its machine's wall clock is off */
  constructor(name: string, skewMs: number, ports: VirtualServerPorts) {
    this.#name = name;
    this.#skewMs = skewMs;
    this.#ports = ports;
  }

  get life(): Pick<Life, "host" | "games" | "link"> | null {
    return this.#life;
  }

  /** Whether it runs, and is not about to go away. */
  get isUp(): boolean {
    return this.#life?.isDraining === false;
  }

  start(): void {
    if (this.#life) return;
    const name = `${this.#name}.${++this.#lives}`;
    const { timeline, network, random, conditions, coverage } = this.#ports;
    const host = new Host(timeline, name, this.#skewMs);
    const own = random.fork(name);
    const link = new DatabaseLink(host, own.fork("database"), conditions, coverage);
    const hub = new VirtualHub();
    const life: Life = {
      host,
      link,
      hub,
      isDraining: false,
      callers: new Map(),
      stopListening: () => {},
      games: this.#games(host, link, hub, own, () => life.isDraining),
    };
    this.#life = life;
    life.stopListening = network.listen({ host, accept: (side) => this.#accept(life, side) });
    life.games.start();
  }

  /** Ends at once, with all that it had in memory. */
  crash(): void {
    const life = this.#life;
    if (!life) return;
    this.#life = null;
    this.#ports.coverage.count("server crashed");
    life.host.die();
  }

  /** Its machine's wall clock is set to another time. */
  jumpClock(byMs: number): void {
    this.#skewMs += byMs;
    if (this.#life) this.#life.host.skewMs = this.#skewMs;
  }

  /** Ends at its next commit, and is started again after so many milliseconds. */
  crashAt(point: CrashPoint, backAfterMs: number): void {
    const { timeline } = this.#ports;
    this.#life?.link.crashAt(point, () => {
      this.crash();
      timeline.after(backAfterMs, () => this.start());
    });
  }

  /** Nothing more befalls it. */
  spare(): void {
    this.#life?.link.spare();
  }

  /** Goes away as it does on SIGTERM, and is started again so many milliseconds after it was gone. */
  async drain(backAfterMs: number): Promise<void> {
    const life = this.#life;
    if (!life || life.isDraining) return;
    life.isDraining = true;
    this.#ports.coverage.count("server drained");
    for (const line of life.callers.keys())
      line.say("server:draining", { reconnectWithinMs: RECONNECT_WITHIN_MS });
    await life.games.stop();
    for (const caller of life.callers.values()) caller.lost();
    life.stopListening();
    if (this.#life !== life) return;
    this.#life = null;
    life.host.die();
    this.#ports.timeline.after(backAfterMs, () => this.start());
  }

  #games(
    host: Host,
    link: DatabaseLink,
    hub: VirtualHub,
    random: SeededRandom,
    draining: () => boolean,
  ): Games {
    const { log, readModels, register, coverage, plan, wrong } = this.#ports;
    const draws = random.fork("draws");
    return createGames({
      ...simulatedSettings(coverage, plan),
      log: link.over(log),
      commits: { turn: (go) => host.clock.nextTurn(go) },
      cursors: link.over(readModels.cursors),
      directory: link.over(readModels.directory),
      sessions: link.over(readModels.sessions),
      register: link.over(register),
      hub,
      clock: host.clock,
      random: random.next,
      draws: { id: () => draws.uuid(), epoch: () => draws.digits(8), code: () => codeOf(draws) },
      draining,
      failed: (what, error) => {
        if (!(error instanceof LogUnavailable))
          wrong(`${host.name} failed at ${what}: ${error instanceof Error ? error.stack : error}`);
      },
    });
  }

  #accept(life: Life, side: ServerSide): Caller {
    const { readModels, coverage } = this.#ports;
    const caller = new Caller(side, {
      coverage,
      isDraining: () => life.isDraining,
      find: (session) => life.link.over(readModels.sessions).find(session),
      welcome: (player) => {
        const line = new VirtualLine(player, life.hub, life.host, side);
        life.callers.set(line, caller);
        return { line, visit: life.games.welcome(line) };
      },
      gone: (line) => {
        life.hub.left(line);
        life.callers.delete(line);
      },
    });
    return caller;
  }
}

const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

function codeOf(random: SeededRandom): string {
  return Array.from({ length: 6 }, () => random.pick([...LETTERS])).join("");
}

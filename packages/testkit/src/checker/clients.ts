import type { HistoryRecord, RecordOf } from "../history/record.js";
import type { Findings } from "./findings.js";
import { commandKey } from "./life.js";

/** A record that belongs to no room. */
export type ClientRecord = Exclude<HistoryRecord, { room: string }>;

interface Creation {
  asked: RecordOf<"creation-asked">;
  answers: RecordOf<"creation-answered">[];
}

/** Who the clients of a run were, and the rooms that they asked for. */
export class Clients {
  readonly #began = new Map<string, RecordOf<"client-began">>();
  readonly #ended = new Set<string>();
  readonly #creations = new Map<string, Creation>();
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  take(record: ClientRecord): void {
    switch (record.kind) {
      case "client-began":
        this.#began.set(record.client, record);
        break;
      case "client-ended":
        this.#ended.add(record.client);
        break;
      case "connection-lost":
        this.#findings.happened("connections lost");
        break;
      case "fault":
        this.#findings.fault(record.fault);
        break;
      case "creation-asked":
        this.#asked(record);
        break;
      case "creation-answered":
        this.#creation(record)?.answers.push(record);
        break;
      case "connected":
        break;
    }
  }

  /** @throws for a client of whom nothing was recorded */
  playerOf(client: string): string {
    const began = this.#began.get(client);
    if (!began) throw new Error(`The history has no client-began of ${client}`);
    return began.player;
  }

  hasEnded(client: string): boolean {
    return this.#ended.has(client);
  }

  /** Whether what a client left on its way is still somebody's to settle: its own, or a later page's on the same device. */
  isHeir(client: string): boolean {
    const device = this.#began.get(client)?.device;
    if (!this.#ended.has(client)) return true;
    if (device === undefined) return false;
    return [...this.#began.values()].some(
      (other) => other.device === device && !this.#ended.has(other.client),
    );
  }

  /** Whether a player asked for a room, with that command id where it is known. */
  asked(player: string, command: string | undefined): boolean {
    if (command !== undefined) return this.#creations.has(commandKey(player, command));
    return [...this.#creations.values()].some(({ asked }) => this.playerOf(asked.client) === player);
  }

  /** Judges what concerns no single room, and counts. */
  finish(): void {
    this.#findings.count("clients", this.#began.size);
    this.#findings.count("players", new Set([...this.#began.values()].map(({ player }) => player)).size);
    for (const creation of this.#creations.values()) this.#judge(creation);
  }

  #asked(asked: RecordOf<"creation-asked">): void {
    if (!this.#creation(asked)) this.#creations.set(this.#key(asked), { asked, answers: [] });
  }

  #creation(record: { client: string; command: string }): Creation | undefined {
    return this.#creations.get(this.#key(record));
  }

  #key({ client, command }: { client: string; command: string }): string {
    return commandKey(this.playerOf(client), command);
  }

  #judge({ asked, answers }: Creation): void {
    const { client } = asked;
    const rooms = new Set(answers.flatMap(({ outcome }) => (outcome.ok ? [outcome.room] : [])));
    if (rooms.size > 1) {
      const detail = `Command ${asked.command} opened ${rooms.size} rooms: ${[...rooms].join(", ")}.`;
      this.#findings.violation("second room", { room: null, client, detail, records: answers });
    }
    const isSettled = answers.some(({ outcome }) => outcome.ok || !outcome.retryable);
    if (isSettled || this.#ended.has(client)) return;
    const detail = `${client} never learned whether the room of command ${asked.command} was opened.`;
    this.#findings.violation("never settled", { room: null, client, detail, records: [asked, ...answers] });
  }
}

import type { Access } from "./access.js";
import { type RoomCase, type RoomRecord, type Rule, report } from "./room-case.js";

type Telling = Extract<RoomRecord, { kind: "heard" | "snapshot" | "joined" | "beacon" | "listed" }>;

/**
 * G11, of whole rooms: nothing of a private room reaches anybody but who knows its code, sits or sat there, hosts it or is
 * invited; and the directory never names one.
 */
export class Audience implements Rule {
  readonly #case: RoomCase;
  readonly #access: Access;
  readonly #knowCode = new Set<string>();
  /** For each player the first record that tells them of the room, and the earliest moment of the log that they joined at. */
  readonly #told = new Map<string, { first: Telling; joined: (Telling & { kind: "joined" }) | null }>();
  #listed: Telling | null = null;

  constructor(of: RoomCase, access: Access) {
    this.#case = of;
    this.#access = access;
  }

  take(record: RoomRecord): void {
    switch (record.kind) {
      case "room-opened":
        if (record.by === "code") this.#knowCode.add(this.#case.clients.playerOf(record.client));
        break;
      case "listed":
        if (record.list === "directory") this.#listed ??= record;
        else this.#tell(record);
        break;
      case "heard":
      case "snapshot":
      case "joined":
      case "beacon":
        this.#tell(record);
    }
  }

  finish(): void {
    // Of a log that was trimmed nobody knows any more who was there, or whether it was public once.
    if (this.#access.wasPublic || !this.#access.isWhole || this.#case.lives.all.length === 0) return;
    this.#case.findings.happened("private rooms");
    if (this.#listed) this.#leaked(this.#listed, "The directory named a room that was never public.");
    for (const [player, { first, joined }] of this.#told) {
      if (this.#knowCode.has(player)) continue;
      const since = this.#access.since(player);
      if (since === null) this.#leaked(first, `${player} was told of a room that is not for them.`);
      else if (joined && joined.head < since)
        this.#leaked(
          joined,
          `${player} was let in at ${joined.head}, and may know of the room from ${since} on.`,
        );
    }
  }

  /** Whether a player had a way into the room in the end. */
  mayEnter(player: string): boolean {
    const isKnown = this.#knowCode.has(player) || this.#access.since(player) !== null;
    return isKnown || (!this.#access.isWhole && Boolean(this.#told.get(player)?.joined));
  }

  #tell(record: Telling): void {
    const player = this.#case.clients.playerOf(record.client);
    const told = this.#told.get(player) ?? { first: record, joined: null };
    if (record.kind === "joined") {
      const isEarlier = !told.joined || record.head < told.joined.head;
      if (isEarlier) told.joined = record;
    }
    this.#told.set(player, told);
  }

  #leaked(record: Telling, detail: string): void {
    report(this.#case, "private room leaked", { client: record.client, detail, records: [record] });
  }
}

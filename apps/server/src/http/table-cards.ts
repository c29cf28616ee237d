import { parse, type RoomSummary, roomKey } from "@rejoin/protocol";
import { gameOf } from "@rejoin/rules";
import type { Limits } from "../gateway/rate-limits.js";
import type { Directory } from "../read-models/directory.js";
import { within } from "../within.js";
import type { Card } from "./page.js";

/** A page is not kept waiting for its words longer than this, in milliseconds. */
const PATIENCE_MS = 500;

/** Said of every table that is not public, and of none: nobody learns from it which of them there are. */
const ANY_TABLE: Card = {
  page: "Rejoin",
  title: "A table at Rejoin",
  description: "Open the link to play or to watch. No account needed.",
};

/** What links to tables look like where they are shown. */
export class TableCards {
  readonly #directory: Pick<Directory, "publicRoom">;
  readonly #limits: Pick<Limits, "guess" | "guessedRight">;

  constructor(directory: Pick<Directory, "publicRoom">, limits: Pick<Limits, "guess" | "guessedRight">) {
    this.#directory = directory;
    this.#limits = limits;
  }

  /** Of a table. @param key as the address has it @param asker whose guesses are counted: an address */
  async ofTable(key: string, asker: string): Promise<Card> {
    const room = await this.#find(key, asker);
    if (!room) return ANY_TABLE;
    const { title, host, game } = room;
    return {
      page: `${title} · Rejoin`,
      title: `${title} · ${gameOf(game).name}`,
      description: `${host.name} hosts this table. Open the link to play or to watch. No account needed.`,
    };
  }

  /** Of what happened at a table. */
  async ofReplay(key: string, asker: string): Promise<Card> {
    const room = await this.#find(key, asker);
    if (!room) return { ...ANY_TABLE, description: "Open the link to see what happened, move by move." };
    return {
      page: `${room.title} · Rejoin`,
      title: `${room.title} · ${gameOf(room.game).name}`,
      description: "What happened at this table, move by move.",
    };
  }

  /** A public room; null where there is none, where that is not known in time, and for whoever guesses too much. */
  async #find(text: string, asker: string): Promise<RoomSummary | null> {
    const key = parse(roomKey, text);
    return key.ok ? within(this.#lookUp(key.value, asker), PATIENCE_MS).catch(() => null) : null;
  }

  async #lookUp(key: string, asker: string): Promise<RoomSummary | null> {
    if (await this.#limits.guess(asker)) return null;
    const room = await this.#directory.publicRoom(key);
    if (room) await this.#limits.guessedRight(asker);
    return room;
  }
}

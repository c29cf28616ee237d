import { setTimeout as wait } from "node:timers/promises";
import type { RoomState } from "@rejoin/rules";
import type { WantedRoom } from "@rejoin/sync";
import type { SeededRandom } from "@rejoin/testkit";
import { nextCommand } from "./habits.js";
import type { CrowdCounts } from "./messages.js";
import type { Pace } from "./pace.js";
import type { Page } from "./page.js";

export interface TableParts {
  name: string;
  /** Everybody's pages; those of the first two people play. */
  pages: readonly { page: Page; plays: boolean }[];
  random: SeededRandom;
  pace: Pace;
  counts: CrowdCounts;
  /** Events after which its room is closed and another one opened. */
  roomLength: number;
  /** Makes each word different from every other one of the run. */
  word: () => string;
}

/** Without chess: who draws a move by chance hardly ever finds a legal one. */
const GAMES = ["tic-tac-toe", "connect-four", "rock-paper-scissors", "draw-and-guess"];
const LOOK_AGAIN_MS = 20;

/** A table in a public place: people play and talk at it, in one room after another. */
export class Table {
  readonly #parts: TableParts;
  #isQuiet = false;
  #work: Promise<unknown> = Promise.resolve();

  constructor(parts: TableParts) {
    this.#parts = parts;
  }

  begin(): void {
    const { pages } = this.#parts;
    this.#work = Promise.all([this.#keepRoom(), ...pages.map(({ page, plays }) => this.#act(page, plays))]);
  }

  /** Nobody gives anything any more. Resolves when everything that was given has an outcome. */
  async quiet(): Promise<void> {
    this.#isQuiet = true;
    await this.#work;
  }

  /** Opens a room, and the next one when it is closed. */
  async #keepRoom(): Promise<void> {
    const { name, pages, counts } = this.#parts;
    while (!this.#isQuiet) {
      const opened = await pages[0]?.page.create(this.#wanted());
      if (!opened) {
        await wait(LOOK_AGAIN_MS);
        continue;
      }
      counts.roomsOpened += 1;
      // Who opened it knows its id; the others were told the code.
      const host = pages[0]?.page.player;
      for (const { page } of pages) page.hold(name, page.player === host ? opened.room : opened.code);
      while (!this.#isQuiet && !this.#isClosed()) await wait(LOOK_AGAIN_MS);
      if (!this.#isQuiet) counts.roomsClosed += 1;
    }
  }

  #wanted(): WantedRoom {
    const { random, name } = this.#parts;
    return {
      title: `Table ${name}`,
      game: random.pick(GAMES),
      visibility: random.chance(0.4) ? "private" : "public",
    };
  }

  #isClosed(): boolean {
    const { name, pages } = this.#parts;
    return pages.some(({ page }) => page.view(name)?.state?.phase.kind === "closed");
  }

  /** One page's hands: they give one command, and the next one when that has its outcome. */
  async #act(page: Page, plays: boolean): Promise<void> {
    const { name, pace, counts } = this.#parts;
    while (!this.#isQuiet) {
      const view = page.view(name);
      if (!view?.state || view.state.phase.kind === "closed" || !view.room) {
        await wait(LOOK_AGAIN_MS);
        continue;
      }
      await pace.turn();
      const games = view.state.rounds;
      const outcome = await page.give(name, this.#choose(view.state, view.seq, page, plays));
      if (outcome?.ok) counts.accepted += 1;
      else if (outcome) counts.refused += 1;
      // What is refused without a question to the server is refused at once, and nothing else would get its turn.
      if (!outcome?.ok) await wait(LOOK_AGAIN_MS);
      if ((page.view(name)?.state?.rounds ?? 0) > games) counts.games += 1;
    }
  }

  #choose(state: RoomState, seq: number, page: Page, plays: boolean) {
    const { random, roomLength, word } = this.#parts;
    const player = page.player.session.player.id;
    if (seq >= roomLength && state.host.id === player) return { type: "close" } as const;
    return nextCommand(state, { player, plays, random, word });
  }
}

import { expect, type Locator, type Page } from "@playwright/test";
import type { Place, Table } from "./table.js";

/** More stops than this are too many for anybody. */
const MOST_STOPS = 60;

/** A player without a mouse. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes to something with Tab alone. */
  async focus(target: Locator): Promise<void> {
    await this.#tabUntil(() => target.evaluate((element) => element === document.activeElement));
  }

  /** Goes to something with Tab alone, and presses Enter. */
  async press(target: Locator): Promise<void> {
    await this.focus(target);
    await this.#page.keyboard.press("Enter");
  }

  /** Goes to a place of the board: there with Tab, within with Home and the arrows. */
  async walkTo(table: Table, { row, column }: Place): Promise<void> {
    await this.#tabUntil(() => table.board.evaluate((board) => board.contains(document.activeElement)));
    await this.#page.keyboard.press("Home");
    const rows = await table.board.getByRole("row").count();
    for (let step = 1; step < rows; step++) await this.#page.keyboard.press("ArrowUp");
    for (let step = 1; step < row; step++) await this.#page.keyboard.press("ArrowDown");
    for (let step = 1; step < column; step++) await this.#page.keyboard.press("ArrowRight");
    await expect(table.place({ row, column })).toBeFocused();
  }

  async #tabUntil(isThere: () => Promise<boolean>): Promise<void> {
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await isThere()) return;
      await this.#page.keyboard.press("Tab");
    }
    throw new Error(`not reached with Tab within ${MOST_STOPS} stops`);
  }
}

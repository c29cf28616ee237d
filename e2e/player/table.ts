import { expect, type Locator, type Page } from "@playwright/test";

/** A place on a board, counted from one, from the upper left. */
export interface Place {
  row: number;
  column: number;
}

/** Where a disc is dropped: the uppermost place of a column. */
export function column(number: number): Place {
  return { row: 1, column: number };
}

export function cell(row: number, column: number): Place {
  return { row, column };
}

/** A table with its seats and its board, and what one can do there. */
export class Table {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The table and what stands around it, without the thread. */
  get main(): Locator {
    return this.#page.getByRole("main");
  }

  get board(): Locator {
    return this.main.getByRole("grid");
  }

  /** A button of the table, by its exact name. */
  control(name: string): Locator {
    return this.main.getByRole("button", { name, exact: true });
  }

  /** The seat of somebody, by their name. */
  seatOf(name: string): Locator {
    const seats = this.main.getByRole("list", { name: /^Seats? / }).getByRole("listitem");
    return seats.filter({ has: this.#page.getByText(name, { exact: true }) });
  }

  /** Something that the table says, word for word: whose turn it is, who won, what it waits for. */
  async says(words: string): Promise<void> {
    await expect(this.main.getByText(words, { exact: true })).toBeVisible();
  }

  async takeSeat(seat: number): Promise<void> {
    await this.control(`Take seat ${seat}`).click();
    await expect(this.control("Leave seat")).toBeVisible();
  }

  async ready(): Promise<void> {
    await this.control("Ready").click();
  }

  place({ row, column }: Place): Locator {
    return this.board.getByRole("button", { name: new RegExp(`^Row ${row}, column ${column},`) });
  }

  /** Plays, once it is this player's turn. */
  async move(place: Place): Promise<void> {
    await this.says("Your turn");
    await this.place(place).click();
  }

  /** What is in every place of the board, in words. */
  async boardInWords(): Promise<string[]> {
    const places = await this.board.getByRole("button").all();
    return Promise.all(places.map(async (place) => (await place.getAttribute("aria-label")) ?? ""));
  }

  /** Nothing on the board can be played, and pressing it does nothing. */
  async boardIsNotOperable(): Promise<void> {
    for (const place of await this.board.getByRole("button").all()) await expect(place).toBeDisabled();
  }

  async leaveSeat(): Promise<void> {
    await this.control("Leave seat").click();
  }

  async resign(): Promise<void> {
    await this.control("Resign").click();
    await this.confirm("Resign this game?", "Resign the game");
  }

  async rematch(): Promise<void> {
    await this.control("Rematch").click();
  }

  /** As the host: something in the menu of the table. */
  async fromMenu(item: string): Promise<void> {
    await this.#page.getByRole("button", { name: "Table menu" }).click();
    await this.#page.getByRole("menuitem", { name: item }).click();
  }

  /** What the menu of the table offers. */
  async menu(): Promise<string[]> {
    await this.#page.getByRole("button", { name: "Table menu" }).click();
    const offers = this.#page.getByRole("menuitem");
    await offers.first().waitFor();
    const names = await offers.allInnerTexts();
    await this.#page.keyboard.press("Escape");
    await expect(offers).toHaveCount(0);
    return names;
  }

  async close(): Promise<void> {
    await this.fromMenu("Close the table");
    await this.confirm("Close this table for everybody?", "Close for good");
  }

  async confirm(question: string, answer: string): Promise<void> {
    const dialog = this.#page.getByRole("alertdialog", { name: question });
    await dialog.getByRole("button", { name: answer }).click();
    await expect(dialog).toBeHidden();
  }

  async backToLobby(): Promise<void> {
    await this.#page.getByRole("link", { name: "Back to the lobby" }).first().click();
    await expect(this.#page.getByRole("heading", { level: 1, name: "Lobby" })).toBeVisible();
  }
}

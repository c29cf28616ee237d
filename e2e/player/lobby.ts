import { expect, type Locator, type Page } from "@playwright/test";

export type GameName = "Tic-tac-toe" | "Connect Four" | "Chess" | "Rock, paper, scissors" | "Draw and guess";

export interface NewTable {
  game?: GameName;
  /** One is made up where it is left out. */
  title?: string;
  isPrivate?: boolean;
}

/** A table as people speak of it. */
export interface TableName {
  title: string;
  code: string;
}

let tables = 0;

/** A title that no other table has. */
export function madeUpTitle(): string {
  return `Table ${process.pid}-${++tables}`;
}

/** The first page: tables of one's own, tables of others, and how to open or find one. */
export class Lobby {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes there by its address. */
  async open(): Promise<void> {
    await this.#page.goto("/");
    await expect(this.#page.getByRole("heading", { level: 1, name: "Lobby" })).toBeVisible();
  }

  /** Opens a table, which also seats whoever opens it. */
  async createTable({ game = "Tic-tac-toe", title, isPrivate = false }: NewTable = {}): Promise<TableName> {
    const name = title ?? madeUpTitle();
    const dialog = await this.openCreateDialog();
    await dialog.getByRole("radio", { name: game }).check();
    await dialog.getByRole("textbox", { name: "Title" }).fill(name);
    await dialog.getByRole("switch", { name: "Private" }).setChecked(isPrivate);
    await dialog.getByRole("button", { name: "Create" }).click();
    await this.#page.waitForURL(/\/r\/[A-Z0-9]{6}$/);
    const code = new URL(this.#page.url()).pathname.slice("/r/".length);
    return { title: name, code };
  }

  async openCreateDialog(): Promise<Locator> {
    await this.#page.getByRole("button", { name: "Create a table" }).click();
    const dialog = this.#page.getByRole("dialog", { name: "Create a table" });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async joinByCode(code: string): Promise<void> {
    await this.#page.getByRole("textbox", { name: "Room code" }).fill(code);
    await this.#page.getByRole("button", { name: "Join" }).click();
  }

  /** Enters a table that everybody can see. */
  async openTable({ title }: { title: string }): Promise<void> {
    await this.openTables({ title }).click();
  }

  /** A table in the list of open ones. */
  openTables({ title }: { title: string }): Locator {
    return this.#listed("Open tables", title);
  }

  /** A table in one's own list. */
  myTables({ title }: { title: string }): Locator {
    return this.#listed("Your tables", title);
  }

  #listed(list: string, title: string): Locator {
    const entry = this.#page.getByText(title, { exact: true });
    return this.#page.getByRole("region", { name: list }).getByRole("link").filter({ has: entry });
  }
}

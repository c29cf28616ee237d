import { expect, type Locator, type Page } from "@playwright/test";

/** What a player wants for themselves. */
export class Settings {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #dialog(): Locator {
    return this.#page.getByRole("dialog", { name: "Settings" });
  }

  /** At a table. */
  async open(): Promise<void> {
    await this.#page.getByRole("button", { name: "Table menu" }).click();
    await this.#page.getByRole("menuitem", { name: "Settings" }).click();
    await expect(this.#dialog).toBeVisible();
  }

  async openFromLobby(): Promise<void> {
    await this.#page.getByRole("button", { name: "Settings" }).click();
    await expect(this.#dialog).toBeVisible();
  }

  async turn(name: string, on: boolean): Promise<void> {
    await this.#dialog.getByRole("switch", { name }).setChecked(on);
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press("Escape");
    await expect(this.#dialog).toBeHidden();
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

/** The people of a table, and what one may do about what they write. */
export class People {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #dialog(): Locator {
    return this.#page.getByRole("dialog", { name: "People and messages" });
  }

  async open(): Promise<void> {
    await this.#page.getByRole("button", { name: "Table menu" }).click();
    await this.#page.getByRole("menuitem", { name: "People and messages" }).click();
    await expect(this.#dialog).toBeVisible();
  }

  async press(name: string): Promise<void> {
    await this.#dialog.getByRole("button", { name }).click();
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press("Escape");
    await expect(this.#dialog).toBeHidden();
  }
}

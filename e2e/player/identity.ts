import { expect, type Locator, type Page } from "@playwright/test";

/** Who a player is to others. */
export class Identity {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #banner(): Locator {
    return this.#page.getByRole("banner");
  }

  async isCalled(name: string): Promise<void> {
    await expect(this.#banner.getByText(name, { exact: true })).toBeVisible();
  }

  async rename(name: string): Promise<void> {
    await this.#banner.getByRole("button", { name: "Change name and face" }).click();
    const dialog = this.#page.getByRole("dialog", { name: "Change name and face" });
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
  }
}

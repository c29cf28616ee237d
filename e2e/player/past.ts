import { expect, type Locator, type Page } from "@playwright/test";

/** Looking back at a table: the time machine, and playing back what was missed. */
export class Past {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The controls of the time machine. */
  get controls(): Locator {
    return this.#page.getByRole("region", { name: "Looking back" });
  }

  /** The controls while what was missed is played. */
  get playback(): Locator {
    return this.#page.getByRole("region", { name: "While you were away" });
  }

  get slider(): Locator {
    return this.controls.getByRole("slider", { name: "Moment" });
  }

  /** Goes into the past of a table. */
  async open(): Promise<void> {
    await this.#page.getByRole("button", { name: "Look back" }).click();
    await expect(this.slider).toBeFocused();
  }

  async press(name: string): Promise<void> {
    await this.controls.getByRole("button", { name, exact: true }).click();
  }

  /** Waits until a moment is shown: on the slider, in words, and in the thread. */
  async shows(seq: number, head: number, words: string | RegExp): Promise<void> {
    await expect(this.slider).toHaveValue(String(seq));
    await expect(this.slider).toHaveAttribute("max", String(head));
    await expect(this.controls).toContainText(`Event ${seq} of ${head}`);
    await expect(this.controls).toContainText(words);
    const row = this.#page
      .getByRole("log", { name: "What happened at this table" })
      .locator("[aria-current]");
    await expect(row).toHaveAttribute("data-seq", String(seq));
    await expect(row).toBeInViewport();
  }

  async backToLive(): Promise<void> {
    await this.press("Back to live");
    await expect(this.controls).toHaveCount(0);
  }

  /** Begins to play what was missed. */
  async playBack(): Promise<void> {
    await this.#page.getByRole("button", { name: "Play it back" }).click();
    await expect(this.playback).toBeVisible();
  }
}

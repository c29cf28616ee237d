import { expect, type Locator, type Page } from "@playwright/test";

/** What the page says of its connection. */
export class Connection {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get status(): Locator {
    return this.#page.getByRole("status", { name: "Connection" });
  }

  async says(words: string | RegExp): Promise<void> {
    await expect(this.status).toHaveText(words);
  }

  /** Waits longer than for anything else: the pauses between attempts are random, and grow to five seconds. */
  async isLive(): Promise<void> {
    await expect(this.status).toHaveText("Live", { timeout: 20_000 });
  }

  /** Notes everything that the status says from now on. @returns what was said, each once in a row */
  async listen(): Promise<() => Promise<string[]>> {
    const heard = await this.status.evaluateHandle((status) => {
      const words = [status.textContent ?? ""];
      const note = () => {
        // Seconds that count down are not news.
        const said = (status.textContent ?? "").split(" · ")[0] ?? "";
        if (said !== words.at(-1)) words.push(said);
      };
      new MutationObserver(note).observe(status, { characterData: true, childList: true, subtree: true });
      return words;
    });
    return () => heard.jsonValue();
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

/** An event as the thread shows it. */
export interface Row {
  /** Its number in the log. */
  seq: number;
  words: string;
  /** Marked as having happened while one was away. */
  missed: boolean;
}

/** The thread of a table: what happened, as one player sees it. */
export class Thread {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get log(): Locator {
    return this.#page.getByRole("log", { name: "What happened at this table" });
  }

  get message(): Locator {
    return this.#page.getByRole("textbox", { name: "Message" });
  }

  /** Everything of it that says this. */
  entries(words: string): Locator {
    return this.log.getByRole("listitem").filter({ has: this.#page.getByText(words, { exact: true }) });
  }

  /** All recorded events, in the order in which they are shown. */
  read(): Promise<Row[]> {
    return this.log.locator("[data-seq]").evaluateAll((rows) =>
      rows.map((row) => ({
        seq: Number(row.getAttribute("data-seq")),
        words: [...row.querySelectorAll("p")].map((line) => line.textContent).join(" | "),
        missed: row.hasAttribute("data-missed"),
      })),
    );
  }

  /** The number of the last event that is shown, once any is: a table has at least the event that opened it. */
  async head(): Promise<number> {
    await expect(this.log.locator("[data-seq]")).not.toHaveCount(0);
    return (await this.read()).at(-1)?.seq ?? 0;
  }

  /** Waits until something was recorded, once, and nothing of it waits any more. */
  async shows(words: string): Promise<void> {
    await expect(this.entries(words)).toHaveCount(1);
    await expect(this.waiting(words)).toHaveCount(0);
  }

  /** What was said here and is not recorded yet. */
  waiting(words: string): Locator {
    return this.entries(words).filter({ hasText: /Waits for the connection|On its way|Recorded/ });
  }

  /** Waits until what was said without a connection is stored, so that it outlives the page. */
  async keeps(words: string): Promise<void> {
    await expect(this.waiting(words)).toContainText("Waits for the connection");
    await expect(this.waiting(words)).not.toContainText("Keep this page open");
  }

  /** Types a message and presses Enter. */
  async say(text: string): Promise<void> {
    await this.message.fill(text);
    await this.message.press("Enter");
    await expect(this.message).toHaveValue("");
  }

  /** Says something, and waits until it is recorded. */
  async tell(text: string): Promise<void> {
    await this.say(text);
    await this.shows(text);
  }

  /** Notes each moment that is marked while one looks back. @returns their numbers so far, in order */
  async listenToMoment(): Promise<() => Promise<number[]>> {
    const heard = await this.log.evaluateHandle((log) => {
      const numbers: number[] = [];
      const note = () => {
        const row = log.querySelector("[aria-current]");
        const seq = Number(row?.getAttribute("data-seq"));
        if (row && seq !== numbers.at(-1)) numbers.push(seq);
      };
      new MutationObserver(note).observe(log, { attributes: true, childList: true, subtree: true });
      return numbers;
    });
    return () => heard.jsonValue();
  }

  /** The mark where the missed part begins. */
  missedMark(count: number): Locator {
    const words = count === 1 ? "1 event while you were away" : `${count} events while you were away`;
    return this.entries(words);
  }

  async dismissMissed(): Promise<void> {
    await this.log.getByRole("button", { name: "Got it" }).click();
    await expect(this.log.getByRole("button", { name: "Got it" })).toHaveCount(0);
  }

  /** Dismisses the mark of what was missed, where there is one. Meant for when it does not matter whether there is. */
  async noteMissed(): Promise<void> {
    if ((await this.log.getByRole("button", { name: "Got it" }).count()) > 0) await this.dismissMissed();
  }
}

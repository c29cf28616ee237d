import { expect, type Locator, type Page } from "@playwright/test";

/** The network lab: faults on one's own connection, and what passes over it. */
export class Lab {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get drawer(): Locator {
    return this.#page.getByRole("complementary", { name: "Network lab" });
  }

  get packets(): Locator {
    return this.drawer.getByRole("log", { name: "Packets" });
  }

  /** A switch, or a fact, by what it says. */
  fault(name: string | RegExp): Locator {
    return this.drawer.getByRole("group", { name: "Faults" }).getByText(name);
  }

  /** Opens it from the menu of a table. */
  async open(): Promise<void> {
    await this.#page.getByRole("button", { name: "Table menu" }).click();
    await this.#page.getByRole("menuitem", { name: "Network lab" }).click();
    await expect(this.drawer.getByRole("button", { name: "Close the lab" })).toBeFocused();
  }

  async press(fault: string | RegExp): Promise<void> {
    await this.fault(fault).click();
  }

  /** What is told under a name, such as "Held of the log". */
  fact(name: string): Locator {
    return this.drawer.getByRole("definition").and(this.drawer.locator(`dt:text-is("${name}") + dd`));
  }

  /** Rows of packets that say this. */
  rows(words: string | RegExp): Locator {
    return this.packets.getByRole("listitem").filter({ hasText: words });
  }
}

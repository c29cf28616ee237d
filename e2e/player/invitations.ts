import { expect, type Locator, type Page } from "@playwright/test";

/** What one is invited to, and how one invites others by their name. */
export class Invitations {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The invitation of somebody, on whatever page one is. */
  from(name: string): Locator {
    const all = this.#page.getByRole("region", { name: "Invitations" }).getByRole("listitem");
    return all.filter({ hasText: `${name} invites you` });
  }

  async join(name: string): Promise<void> {
    await this.from(name).getByRole("button", { name: /^Join/ }).click();
  }

  async decline(name: string): Promise<void> {
    await this.from(name)
      .getByRole("button", { name: /^Not now/ })
      .click();
    await expect(this.from(name)).toHaveCount(0);
  }

  /** Opens the dialog that invites, at a table. */
  async openDialog(): Promise<Locator> {
    await this.#page.getByRole("button", { name: "Invite", exact: true }).click();
    const dialog = this.#page.getByRole("dialog", { name: "Invite" });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Somebody in the list of the open dialog. */
  guest(name: string): Locator {
    const people = this.#page.getByRole("dialog").getByRole("list", { name: "People in the lobby" });
    return people.getByRole("listitem").filter({ has: this.#page.getByText(name, { exact: true }) });
  }

  /** Looks for somebody in the open dialog, and invites them. */
  async invite(name: string): Promise<void> {
    await this.#page.getByRole("searchbox", { name: "Name" }).fill(name);
    await this.guest(name)
      .getByRole("button", { name: `Invite ${name}` })
      .click();
    await expect(this.guest(name)).toContainText("Invited");
  }
}

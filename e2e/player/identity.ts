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

  /** The devices that are listed while the dialog is open. */
  get devices(): Locator {
    return this.#dialog.getByRole("region", { name: "Signed in" }).getByRole("listitem");
  }

  get #dialog(): Locator {
    return this.#page.getByRole("dialog", { name: "Your devices" });
  }

  /** Opens the list of devices and makes an offer to another one. @returns the link behind the QR code */
  async offerLink(): Promise<string> {
    await this.#offer();
    await this.#page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.#dialog.getByRole("button", { name: "Copy link" }).click();
    await expect(this.#dialog.getByRole("button", { name: "Copied" })).toBeVisible();
    return this.#page.evaluate(() => navigator.clipboard.readText());
  }

  /** The same. @returns the short code that people type */
  async offerCode(): Promise<string> {
    await this.#offer();
    return (await this.#dialog.getByLabel(/^Code for your other device/).textContent()) ?? "";
  }

  async signOutTheOther(): Promise<void> {
    await this.#dialog.getByRole("button", { name: /^Sign out/ }).click();
  }

  async closeDevices(): Promise<void> {
    await this.#page.keyboard.press("Escape");
    await this.#page.keyboard.press("Escape");
    await expect(this.#page.getByRole("dialog")).toHaveCount(0);
  }

  /** Goes where a code from another device is typed. */
  async openMove(): Promise<void> {
    await this.#open();
    await this.#dialog.getByRole("link", { name: "I have a code from another device" }).click();
  }

  async #offer(): Promise<void> {
    await this.#open();
    await this.#dialog.getByRole("button", { name: "Add a device" }).click();
  }

  async #open(): Promise<void> {
    await this.#banner.getByRole("button", { name: "Change name and face" }).click();
    await this.#page.getByRole("button", { name: "Your devices" }).click();
  }
}

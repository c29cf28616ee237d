import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/** What a page prints when the network fails, which tests make it do. */
const NETWORK = /^(Failed to load resource|WebSocket connection to)/;

/** What goes wrong inside of a browser, and would otherwise pass unseen. */
export class Faults {
  readonly seen: string[] = [];

  /** Listens to all pages of a context, present and future. */
  watch(context: BrowserContext): void {
    context.on("weberror", (fault) => this.seen.push(String(fault.error())));
    context.on("console", (message) => this.#hear(message));
  }

  #hear(message: ConsoleMessage): void {
    if (message.type() !== "error" || NETWORK.test(message.text())) return;
    this.seen.push(message.text());
  }
}

import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { SESSION_COOKIE } from "@rejoin/protocol";
import { type RoomLog, readRoomLog, type Session, signIn, TcpProxy } from "@rejoin/testkit";
import { Connection } from "./connection.js";
import { Faults } from "./faults.js";
import { Identity } from "./identity.js";
import { Keyboard } from "./keyboard.js";
import { Lab } from "./lab.js";
import { Lobby } from "./lobby.js";
import { Past } from "./past.js";
import { People } from "./people.js";
import { Settings } from "./settings.js";
import { Table } from "./table.js";
import { Thread } from "./thread.js";

interface Circumstances {
  name: string;
  browser: Browser;
  context: BrowserContext;
  page: Page;
  network: TcpProxy;
  serverPort: number;
  faults: Faults;
}

/** What the page is made of, and whatever else is fetched: all but the connection to the games. */
const FETCHED = (url: URL) => !url.pathname.startsWith("/socket.io");

/**
 * Somebody at a browser: one context, which reaches the server through a network of its own that may fail without the
 * others. What they can do and see is in `lobby`, `table`, `thread`, `identity` and `connection`.
 */
export class Player {
  readonly name: string;
  readonly page: Page;
  readonly network: TcpProxy;
  readonly lobby: Lobby;
  readonly table: Table;
  readonly thread: Thread;
  readonly identity: Identity;
  readonly connection: Connection;
  readonly keyboard: Keyboard;
  readonly people: People;
  readonly settings: Settings;
  readonly past: Past;
  readonly lab: Lab;
  readonly #circumstances: Circumstances;

  private constructor(circumstances: Circumstances) {
    this.#circumstances = circumstances;
    this.name = circumstances.name;
    this.page = circumstances.page;
    this.network = circumstances.network;
    this.lobby = new Lobby(this.page);
    this.table = new Table(this.page);
    this.thread = new Thread(this.page);
    this.identity = new Identity(this.page);
    this.connection = new Connection(this.page);
    this.keyboard = new Keyboard(this.page);
    this.people = new People(this.page);
    this.settings = new Settings(this.page);
    this.past = new Past(this.page);
    this.lab = new Lab(this.page);
  }

  /** @param name null for a stranger, who gets a name from the server with the first page */
  static async arrive(browser: Browser, serverPort: number, name: string | null): Promise<Player> {
    const network = await TcpProxy.listen({ port: serverPort });
    const context = await browser.newContext({ baseURL: network.url });
    if (name !== null) await giveSession(context, network.url, name);
    const faults = new Faults();
    faults.watch(context);
    const page = await context.newPage();
    return new Player({ name: name ?? "stranger", browser, context, page, network, serverPort, faults });
  }

  /** Follows an invitation. @param code of the table */
  async followLink(code: string): Promise<void> {
    await this.page.goto(`/r/${code}`);
  }

  /** Another tab of the same browser, on an empty page. */
  async openTab(): Promise<Player> {
    const page = await this.#circumstances.context.newPage();
    return new Player({ ...this.#circumstances, page });
  }

  /** Closes the tab and opens another one of the same browser, on an empty page. */
  async reopenTab(): Promise<Player> {
    await this.page.close();
    return this.openTab();
  }

  /** Becomes nobody: the browser forgets who they are, and nothing else. */
  async forgetSession(): Promise<void> {
    await this.#circumstances.context.clearCookies();
  }

  /**
   * Closes the browser and opens it again later: what it has stored is all that is left.
   *
   * @param meanwhile what others do while it is closed
   * @returns the same person, on an empty page
   */
  async reopenBrowser(meanwhile: () => Promise<void>): Promise<Player> {
    const { browser, context, network, faults } = this.#circumstances;
    const storageState = await context.storageState();
    await context.close();
    await meanwhile();
    const reopened = await browser.newContext({ baseURL: network.url, storageState });
    faults.watch(reopened);
    this.#circumstances.context = reopened;
    return this.openTab();
  }

  /** Cuts this player's network, and makes sure that something was cut and that the page has noticed. */
  async cut(): Promise<void> {
    const before = { ...this.network.counts };
    this.network.cut();
    expect(this.network.counts.reset, "connections that were cut").toBeGreaterThan(before.reset);
    expect(this.network.open, "connections that are left").toBe(0);
    await this.connection.says(/^Reconnecting/);
  }

  /** Cuts the connection to the games only: pages are fetched on another way, so that one can be loaded while cut off. */
  async cutSockets(): Promise<void> {
    const { context, serverPort } = this.#circumstances;
    await context.route(FETCHED, async (route) => {
      if (!this.network.isCut) return route.continue();
      const url = new URL(route.request().url());
      url.port = String(serverPort);
      await route.fulfill({ response: await route.fetch({ url: url.href }) });
    });
    await this.cut();
  }

  /** The network is back. Waits until the page says so. */
  async reconnect(): Promise<void> {
    this.network.restore();
    await this.connection.isLive();
  }

  /** The device says that it has no network, or has one again. */
  async setOffline(offline: boolean): Promise<void> {
    await this.#circumstances.context.setOffline(offline);
  }

  /** A room's log as this player may read it over HTTP. @param code of the table */
  async readLog(code: string): Promise<RoomLog> {
    return readRoomLog(this.network.url, await this.session(), code);
  }

  /** By which something can be done in this player's name without their browser. */
  async session(): Promise<Session> {
    const cookies = await this.#circumstances.context.cookies(this.network.url);
    const value = cookies.find(({ name }) => name === SESSION_COOKIE)?.value;
    return { player: { id: "", name: this.name, avatar: "" }, cookie: `${SESSION_COOKIE}=${value}` };
  }

  /** Fails where a page threw, or complained of more than a network that fails. */
  expectNoFaults(): void {
    expect(this.#circumstances.faults.seen, `what went wrong in ${this.name}’s browser`).toEqual([]);
  }

  /** Closes the browser, and takes the network down. */
  async leave(): Promise<void> {
    await this.#circumstances.context.close();
    await this.network.close();
  }
}

async function giveSession(context: BrowserContext, url: string, name: string): Promise<void> {
  const { cookie } = await signIn(url, name);
  await context.addCookies([{ name: SESSION_COOKIE, value: cookie.slice(SESSION_COOKIE.length + 1), url }]);
}

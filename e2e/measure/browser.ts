import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { SESSION_COOKIE } from "@rejoin/protocol";
import { eventually, type Session } from "@rejoin/testkit";
import { chromiumArguments } from "../chromium-arguments.js";

/** A Chromium with a profile of its own, in which nobody has been before. It is gone, profile and all, when it is disposed. */
export class Browser implements AsyncDisposable {
  readonly context: BrowserContext;
  readonly #profile: string;

  private constructor(context: BrowserContext, profile: string) {
    this.context = context;
    this.#profile = profile;
  }

  /** Starts the one that CHROMIUM_PATH names. */
  static async start(): Promise<Browser> {
    const profile = await mkdtemp(join(tmpdir(), "rejoin-browser-"));
    const context = await chromium.launchPersistentContext(profile, {
      ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
      args: ["--remote-debugging-port=0", ...chromiumArguments],
    });
    return new Browser(context, profile);
  }

  /** Where another program may steer it. */
  async debuggingPort(): Promise<number> {
    const path = join(this.#profile, "DevToolsActivePort");
    const text = await eventually("a port", () => readFile(path, "utf8").catch(() => ""), Boolean);
    return Number(text.split("\n")[0]);
  }

  /** From now on it speaks for somebody. */
  async signIn(url: string, { cookie }: Session): Promise<void> {
    const value = cookie.slice(SESSION_COOKIE.length + 1);
    await this.context.addCookies([{ name: SESSION_COOKIE, value, url }]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

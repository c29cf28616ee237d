import { fileURLToPath } from "node:url";
import type { CDPSession, Page } from "@playwright/test";

/** What the main thread of a page was like over some time, in milliseconds. */
export interface Busyness {
  /** The longest task; the browser tells of those above 50 only, so 0 means that none was longer. */
  longestTask: number;
  /** By how much all tasks together were longer than 50 each. */
  blocked: number;
  /** The longest that a timer had to wait for its turn: what a press of a key would have waited. */
  longestWait: number;
}

interface Noted extends Busyness {
  /** When the last long task ended, since the page was asked for. */
  quietSince: number;
}

declare global {
  interface Window {
    noted: Noted;
  }
}

/** Begins to watch every document that is loaded from now on. */
export async function watchMainThread(page: Page): Promise<void> {
  await page.addInitScript({ path: fileURLToPath(new URL("note-busyness.js", import.meta.url)) });
}

/** Forgets what was noted, does something, and tells what the main thread was like meanwhile and for a moment after. */
export async function busynessDuring(
  page: Page,
  work: () => Promise<void>,
): Promise<Busyness & { ms: number }> {
  await page.evaluate(() => Object.assign(window.noted, { longestTask: 0, blocked: 0, longestWait: 0 }));
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  await page.waitForTimeout(300);
  const { longestTask, blocked, longestWait } = await page.evaluate(() => window.noted);
  return { ms, longestTask, blocked, longestWait };
}

/** @param rate by how much the processor of the page is slowed down: 1 is not at all */
export async function slowDown(page: Page, rate: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  return session;
}

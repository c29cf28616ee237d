import type { Page } from "@playwright/test";
import { TcpProxy } from "@rejoin/testkit";
import { Browser } from "./browser.js";
import { type Busyness, busynessDuring, slowDown, watchMainThread } from "./main-thread.js";
import { type OpenTable, openTable, talk } from "./open-table.js";
import type { Production } from "./production.js";

/** A log this long is a long evening. Half of it is as much as a client that comes back is told event by event. */
export const EVENTS = 10_000;

/** Longer than anything here takes: after that, it is stuck. */
const PATIENCE_MS = 120_000;

/** How far one turn of the wheel goes, in pixels: a long one. */
const SCROLLED = 3_000;

export type Scene = Busyness & { ms: number };

/**
 * What somebody sees of a table at which far too much is said: everything in one browser, one after the other.
 *
 * @param cpu by how much the processor of the page is slowed down
 * @returns each scene by its name
 */
export async function longThread({ server, url }: Production, cpu: number): Promise<Map<string, Scene>> {
  await using network = await TcpProxy.listen({ port: server.port });
  await using browser = await Browser.start();
  using table = await openTable(url);
  const scenes = new Map<string, Scene>();
  const page = await browser.context.newPage();
  await watchMainThread(page);
  await slowDown(page, cpu);
  const scene = async (name: string, work: () => Promise<void>): Promise<void> => {
    const measured = await busynessDuring(page, work);
    scenes.set(name, measured);
    // All of it takes minutes: whoever waits sees that it goes on.
    console.log(
      `${name}, ${cpu}x: ${measured.ms.toFixed(0)} ms, longest task ${measured.longestTask.toFixed(0)} ms`,
    );
  };

  await page.goto(`${network.url}/r/${table.code}`);
  await level(page, table);
  for (const [half, name] of ["come back, 5,000 events behind", "again, with 5,000 held"].entries()) {
    await away(network, page, () => talk(table, EVENTS / 2 - 10 * (1 - half)));
    await scene(name, async () => {
      await back(network, page);
      await level(page, table);
    });
  }
  await toEnd(page);
  await scene("10,000 more arrive live", async () => {
    await talk(table, EVENTS);
    await level(page, table);
  });
  await scene("read back 20,000 events, to the beginning", () => readBack(page));
  await scene("look back: until it is ready", () => lookBack(page));
  await scene("look back: scrub", () => scrub(page));
  await page.getByRole("button", { name: "Back to live" }).click();
  await away(network, page, () => talk(table, EVENTS));
  await scene("come back, 10,000 events behind", async () => {
    await back(network, page);
    await level(page, table);
  });
  await page.goto(`${network.url}/`);
  await talk(table, EVENTS / 2 - 10);
  await page.goto("about:blank");
  await scene("open the table, 5,000 events missed", async () => {
    await page.goto(`${network.url}/r/${table.code}`);
    await level(page, table);
  });
  await page.goto("about:blank");
  await scene("open the replay of all", async () => {
    await page.goto(`${network.url}/replay/${table.code}#1`);
    await page.getByRole("slider").waitFor({ timeout: PATIENCE_MS });
  });
  await scene("replay: scrub", () => scrub(page));
  return scenes;
}

/** The page is connected, and holds what came last: it shows it, or offers to go there. */
async function level(page: Page, { head }: OpenTable): Promise<void> {
  await page.waitForFunction(
    (seq) => {
      const isLive = document.querySelector("[role=status]")?.textContent?.startsWith("Live");
      const shown = [...document.querySelectorAll<HTMLElement>("[role=log] [data-seq]")].at(-1)?.dataset.seq;
      const offers = document.querySelector("[role=log] ~ button");
      return isLive && (Number(shown) >= seq || offers);
    },
    head,
    { timeout: PATIENCE_MS },
  );
}

/** Tells the page as well, as a device does: else it is a matter of chance when it tries again. */
async function back(network: TcpProxy, page: Page): Promise<void> {
  network.restore();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
}

/** Whoever comes back is led to where the missed part begins. From there it is one press to the end. */
async function toEnd(page: Page): Promise<void> {
  await page.getByRole("button", { name: /new below|new$/ }).click();
}

async function away(network: TcpProxy, page: Page, meanwhile: () => Promise<void>): Promise<void> {
  network.cut();
  await page.getByRole("status").filter({ hasText: "Reconnecting" }).waitFor();
  await meanwhile();
}

/** Scrolls up as fast as a hand can. */
async function readBack(page: Page): Promise<void> {
  await page.getByRole("log").hover();
  const first = page.locator('[role=log] [data-seq="1"]');
  const until = performance.now() + PATIENCE_MS;
  while ((await first.count()) === 0) {
    if (performance.now() > until) throw new Error("reading back does not come to the beginning");
    await page.mouse.wheel(0, -SCROLLED);
  }
}

async function lookBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Look back" }).click();
  await page.getByRole("slider").waitFor({ timeout: PATIENCE_MS });
}

/** As fast as a hand can: to both ends, in single steps, and across. */
async function scrub(page: Page): Promise<void> {
  const slider = page.getByRole("slider");
  await slider.focus();
  for (const key of ["Home", "End", "Home"]) await page.keyboard.press(key);
  for (let step = 0; step < 30; step++) await page.keyboard.press("ArrowRight");
  const box = await slider.boundingBox();
  if (!box) throw new Error("the slider is nowhere");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 5, y);
  await page.mouse.down();
  for (let step = 1; step <= 60; step++) await page.mouse.move(box.x + (step / 60) * (box.width - 10), y);
  await page.mouse.up();
}

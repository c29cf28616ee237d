import type { CDPSession, Page } from "@playwright/test";
import { Browser } from "./browser.js";
import { slowDown, watchMainThread } from "./main-thread.js";
import type { Visit } from "./visits.js";

/** How a page is loaded. */
export interface Circumstances {
  name: string;
  /** By how much the processor is slowed down. */
  cpu: number;
  /** Null for whatever the machine itself gives. Sockets are not slowed down, as the browser cannot do that. */
  network: { latency: number; bytesPerSecond: number } | null;
}

export const CIRCUMSTANCES: readonly Circumstances[] = [
  { name: "as it is", cpu: 1, network: null },
  { name: "processor 4x slower", cpu: 4, network: null },
  { name: "4x slower, slow 4G", cpu: 4, network: { latency: 150, bytesPerSecond: 1_600_000 / 8 } },
];

/** One load of a page that this browser never had before. Times are milliseconds since it was asked for. */
export interface Load extends Sizes {
  firstPaint: number;
  /** What one came for is there, the connection lives, and no task is longer than 50 any more. */
  interactive: number;
  longestTask: number;
  blocked: number;
  /** Everything, with what was fetched once there was nothing better to do. */
  total: number;
}

/** What came over the network until the page could be used, in bytes, compressed as it came. */
interface Sizes {
  script: number;
  style: number;
  font: number;
}

const QUIET_FOR_MS = 1_500;

/** Loads a page once, in a browser of its own. */
export async function load(visit: Visit, circumstances: Circumstances): Promise<Load> {
  await using browser = await Browser.start();
  await visit.prepare(browser);
  const page = await browser.context.newPage();
  await watchMainThread(page);
  const session = await slowDown(page, circumstances.cpu);
  const sizes = await watchSizes(session);
  await slowNetwork(session, circumstances);
  await page.goto(visit.url);
  const usable = await usableAt(page, visit.wants);
  const { total: _, ...needed } = sizes();
  await page.waitForTimeout(QUIET_FOR_MS);
  const { longestTask, blocked, quietSince } = await page.evaluate(() => window.noted);
  const firstPaint = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  const interactive = Math.max(usable, quietSince);
  return { firstPaint, interactive, longestTask, blocked, ...needed, total: sizes().total };
}

/** When something was to be seen while the connection was live. @param selector of what one came for */
async function usableAt(page: Page, selector: string): Promise<number> {
  const seen = await page.waitForFunction((wanted) => {
    const isLive = document.querySelector("[role=status]")?.textContent?.startsWith("Live");
    return isLive && document.querySelector(wanted) ? performance.now() : 0;
  }, selector);
  return seen.jsonValue();
}

async function slowNetwork(session: CDPSession, { network }: Circumstances): Promise<void> {
  await session.send("Network.clearBrowserCache");
  if (!network) return;
  const { latency, bytesPerSecond } = network;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond / 2,
  });
}

/** Counts what comes over the network. */
async function watchSizes(session: CDPSession): Promise<() => Sizes & { total: number }> {
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await session.send("Network.enable");
  return () => ({
    script: bytes.Script ?? 0,
    style: bytes.Stylesheet ?? 0,
    font: bytes.Font ?? 0,
    total: Object.values(bytes).reduce((sum, size) => sum + size, 0),
  });
}

import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, test } from "../fixtures.js";

const CHECK = fileURLToPath(new URL("../../apps/web/src/testing/check-outbox-store.ts", import.meta.url));

// The contract of every outbox store, on the real IndexedDB and the real locks of a browser.
test("CLIENT-10 the outboxes of one browser, in IndexedDB", async ({ browser, server }) => {
  // The page's own content security policy would let no script in that is not its own.
  await using context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${server.url}/healthz`);
  await page.addScriptTag({ content: await bundle(CHECK) });
  const found = await page.evaluate<Record<string, string>>("outboxStore.checkOutboxStore()");
  expect(Object.keys(found).length).toBeGreaterThan(5);
  for (const [rule, outcome] of Object.entries(found)) expect.soft(outcome, rule).toBe("holds");
});

/** A module with all that it imports, as one script. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    resolve: { conditions: ["source", "module", "browser", "production"] },
    build: { write: false, lib: { entry, formats: ["iife"], name: "outboxStore" } },
  });
  const [bundled] = Array.isArray(built) ? built : [built];
  if (!bundled || !("output" in bundled)) throw new Error("nothing was bundled");
  return bundled.output[0].code;
}

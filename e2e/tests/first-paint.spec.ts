import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.js";

const ENGLISH = /^Sit down anywhere/;
const GERMAN = /^Setz dich, wo du willst/;

/** All script but what runs before everything else. */
const SCRIPT = /\/assets\/(?!begin-)[^/]+\.js$/;

/** What the page asked the server about who this is. */
function sessionCalls(page: Page): string[] {
  const calls: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/session") calls.push(request.method());
  });
  return calls;
}

test.describe("before there is any script", () => {
  test("PAGE-1 the page says what it is, in the language of whoever looks at it", async ({
    browser,
    server,
  }) => {
    for (const [locale, said, unsaid] of [
      ["en-GB", ENGLISH, GERMAN],
      ["de-AT", GERMAN, ENGLISH],
      ["fr-FR", ENGLISH, GERMAN],
    ] as const) {
      await using context = await browser.newContext({ baseURL: server.url, locale });
      await context.route(SCRIPT, (route) => route.abort());
      const page = await context.newPage();
      for (const path of ["/", "/r/ABC234", "/replay/ABC234"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { name: "Rejoin" })).toBeVisible();
        await expect(page.getByText(said)).toBeVisible();
        await expect(page.getByText(unsaid)).toBeHidden();
      }
    }
  });

  test("PAGE-1 also where script is forbidden", async ({ browser, server }) => {
    await using context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/");
    await expect(page.getByText(ENGLISH)).toBeVisible();
    await expect(page.getByText(GERMAN)).toBeHidden();
  });

  test("PAGE-2 it is asked who one is, once, and not where nobody needs to know", async ({ stranger }) => {
    const { page, lobby } = await stranger();
    const calls = sessionCalls(page);
    await lobby.open();
    expect(calls).toEqual(["POST"]);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "Lobby" })).toBeVisible();
    expect(calls).toEqual(["POST", "GET"]);
    await page.goto("/replay/ZZZZZ2");
    await expect(page.getByRole("heading", { name: "No replay here" })).toBeVisible();
    expect(calls).toEqual(["POST", "GET"]);
  });

  test("PAGE-2 a page whose first question is lost asks again", async ({ stranger }) => {
    const { page, lobby } = await stranger();
    const calls = sessionCalls(page);
    await page.route("**/api/session", (route) => (calls.length === 1 ? route.abort() : route.continue()));
    await lobby.open();
    expect(calls).toEqual(["POST", "POST"]);
  });

  test("PAGE-1 a theme that was chosen is there at once", async ({ stranger }) => {
    const { page, lobby } = await stranger();
    await lobby.open();
    await page.evaluate(() => localStorage.setItem("rejoin:theme", "dark"));
    await page.route(SCRIPT, (route) => route.abort());
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });
});

test("HTTP-19 what the page is made of is small on the way, and is asked for once", async ({ stranger }) => {
  const { page, lobby } = await stranger();
  const assets: { path: string; encoding: string | undefined; kept: string | undefined }[] = [];
  // Asked for at once: what is still on its way when the test ends has nobody left to answer.
  page.on("response", (response) => {
    const path = new URL(response.url()).pathname;
    const headers = response.headers();
    if (/\.(js|css)$/.test(path))
      assets.push({ path, encoding: headers["content-encoding"], kept: headers["cache-control"] });
  });
  await lobby.open();
  await expect.poll(() => assets.length).toBeGreaterThan(4);
  const small = assets.filter(({ path }) => /\/(libraries|first|style)-/.test(path));
  expect(small.map(({ encoding }) => encoding)).toEqual(["br", "br", "br"]);
  expect(assets.filter(({ kept }) => kept !== "public, max-age=31536000, immutable")).toEqual([]);
});

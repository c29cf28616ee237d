import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clientMessages } from "../client-messages.js";
import { wirePage } from "./wire-page.js";

const docs = new URL("../../../../docs/", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, docs), "utf8");

describe("docs/WIRE.md", () => {
  it("says what the schemas say", () => {
    const message =
      "docs/WIRE.md is behind the schemas in packages/protocol. Renew it with: npm run wire-docs";
    expect(read("WIRE.md") === wirePage(read("examples/client.mjs")), message).toBe(true);
  });

  it("links to places that are on the page", () => {
    const page = wirePage("");
    const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
      title.toLowerCase().replaceAll(" ", "-"),
    );
    for (const [, anchor] of page.matchAll(/\]\(#([^)]*)\)/g)) expect(anchors).toContain(anchor);
  });

  it("has a word for everything", () => {
    const page = wirePage("");
    for (const name of Object.keys(clientMessages)) expect(page).toContain(`| \`${name}\` |`);
    expect(page).not.toMatch(/undefined|\[object|: anything|\| {2}\|/);
  });
});

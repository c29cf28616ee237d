import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { Page } from "./page.js";

const folder = mkdtempSync(join(tmpdir(), "page-"));
const path = join(folder, "index.html");
writeFileSync(path, '<meta property="og:image" content="/social-card.png" />');
const page = new Page(path);
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ["http", "127.0.0.1:3000", "http://127.0.0.1:3000/social-card.png"],
  ["https", "play.example.org", "https://play.example.org/social-card.png"],
  ["https", "[::1]:8443", "https://[::1]:8443/social-card.png"],
] as const)("names its picture in full, for %s://%s", (protocol, host, address) => {
  expect(page.for({ protocol, host })).toBe(`<meta property="og:image" content="${address}" />`);
});

it.each(['evil"><script>alert(1)</script>', "", "a b", "host:port", "somewhere/path"])(
  "repeats nothing of a host that is none: %s",
  (host) => {
    expect(page.for({ protocol: "http", host })).toBe(
      '<meta property="og:image" content="/social-card.png" />',
    );
  },
);

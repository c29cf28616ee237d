import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { logAxis } from "./axes/log.js";
import { roomsAxis } from "./axes/rooms.js";
import { keep } from "./keep.js";
import { axisReport } from "./report.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rejoin-growth-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const circumstances = {
  at: "2030-01-02T03:04:05.000Z",
  machine: { processors: 2, node: "v1" },
  isQuick: true,
};
const steps = [1, 10, 100].map((size) => ({
  size,
  figures: { serverPerCommand: 7 * size, p50: 1 / 3, idleServer: Number.NaN },
  problems: [],
}));

test("what is measured on another day stands beside what was measured before", () => {
  const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
  keep(roomsAxis, axisReport(roomsAxis, steps, circumstances), { folder, json: undefined });
  const copy = join(folder, "copy.json");
  const file = keep(logAxis, axisReport(logAxis, [], circumstances), { folder, json: copy });
  expect(Object.keys(read(file))).toEqual(["rooms", "log"]);
  expect(read(file).rooms.fits.serverPerCommand.law).toMatchObject({ exponent: 1, r2: 1 });
  expect(read(file).rooms.steps[0].figures).toEqual({ serverPerCommand: 7, p50: 0.33333, idleServer: null });
  expect(read(copy)).toEqual(read(file));
});

test("a picture says when it was made, on what, and that it is a quick look", () => {
  keep(roomsAxis, axisReport(roomsAxis, steps, circumstances), { folder, json: undefined });
  const svg = readFileSync(join(folder, "growth-rooms.svg"), "utf8");
  expect(svg).toContain("A quick look, 2030-01-02: 2 processors");
  expect(svg).toContain("server: x^1.00 (R² 1.00)");
});

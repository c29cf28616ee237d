import { expect, test } from "vitest";
import { rowsOf } from "./rows.js";

test("each turn is compared with the baseline's of the same round", () => {
  const [plain, other] = rowsOf(
    new Map([
      ["plain", [{ speed: 10 }, { speed: 100 }, { speed: 20 }]],
      ["other", [{ speed: 20 }, { speed: 300 }, { speed: 20 }]],
    ]),
    "speed",
    "plain",
  );
  expect(plain?.ratio).toEqual({ median: 1, least: 1, most: 1 });
  expect(other?.ratio).toEqual({ median: 2, least: 1, most: 3 });
  expect(other?.figures.speed).toEqual({ median: 20, least: 20, most: 300 });
});

test("a turn that failed counts for nobody", () => {
  const [, other] = rowsOf(
    new Map([
      ["plain", [null, { speed: 10 }]],
      ["other", [{ speed: 90 }, { speed: 30 }]],
    ]),
    "speed",
    "plain",
  );
  expect(other?.ratio).toEqual({ median: 3, least: 3, most: 3 });
  expect(other?.figures.speed?.median).toBe(60);
});

test("without the baseline nobody is compared", () => {
  const [row] = rowsOf(new Map([["other", [{ speed: 1 }]]]), "speed", "plain");
  expect(row?.ratio).toBeUndefined();
});

import { expect, test } from "vitest";
import { whyTooMany } from "./enough-room.js";

test("ten thousand connections need as many files and ports, and some more", () => {
  expect(whyTooMany(10_000, { files: 20_000, ports: 28_232 })).toBeNull();
});

test.each([
  [
    { files: 1_024, ports: 28_232 },
    /needs 10500 open files.* may have 1024 here: raise it with "ulimit -n 10500"/,
  ],
  [{ files: 20_000, ports: 8_000 }, /need 12000 local ports, and there are 8000 here: widen/],
])("with %j it is said what is missing", (allowed, sentence) => {
  expect(whyTooMany(10_000, allowed)).toMatch(sentence);
});

test("a machine that does not tell is not doubted", () => {
  expect(whyTooMany(10_000, { files: Number.NaN, ports: Number.NaN })).toBeNull();
});

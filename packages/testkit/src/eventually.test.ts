import { expect, it } from "vitest";
import { eventually } from "./eventually.js";

it("returns what was seen as soon as it is so", async () => {
  let looks = 0;
  expect(
    await eventually(
      "three",
      () => ++looks,
      (seen) => seen === 3,
    ),
  ).toBe(3);
  expect(looks).toBe(3);
});

it("tells what was waited for, and what was seen last, when it is never so", async () => {
  const never = eventually(
    "a move",
    async () => ({ seq: 7 }),
    () => false,
    30,
  );
  await expect(never).rejects.toThrow("a move: not within 30 ms. Last seen: { seq: 7 }");
});

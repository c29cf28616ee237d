import { expect, test } from "vitest";
import type { Contender } from "./contenders/contender.js";
import { inTurns } from "./in-turns.js";

const [a, b] = ["a", "b"].map((name) => ({ name }) as Contender) as [Contender, Contender];

test("contenders are measured in turn, and then again", async () => {
  const order: string[] = [];
  const { results } = await inTurns([a, b], 2, async ({ name }, turn) => {
    order.push(`${name}${turn}`);
    return turn;
  });
  expect(order).toEqual(["a0", "b0", "a1", "b1"]);
  expect(results.get("b")).toEqual([0, 1]);
});

test("who fails is noted, and the others go on", async () => {
  const { results, failures } = await inTurns([a, b], 2, async ({ name }, turn) => {
    if (name === "a" && turn === 0) throw new Error("no port");
    return turn;
  });
  expect(results.get("a")).toEqual([null, 1]);
  expect(results.get("b")).toEqual([0, 1]);
  expect(failures).toEqual(["a: no port"]);
});

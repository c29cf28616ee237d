import { commandId, parse } from "@rejoin/protocol";
import { expect, it } from "vitest";
import { newCommandId } from "./command-id.js";

it("draws command ids that the wire takes, short and never twice", () => {
  const drawn = Array.from({ length: 10_000 }, newCommandId);
  for (const id of drawn) expect(parse(commandId, id).ok).toBe(true);
  expect(new Set(drawn.map(({ length }) => length))).toEqual(new Set([16]));
  expect(new Set(drawn).size).toBe(drawn.length);
});

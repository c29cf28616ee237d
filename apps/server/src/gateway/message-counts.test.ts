import { expect, it } from "vitest";
import { MessageCounts } from "./message-counts.js";

const ada = "00000000-0000-4000-8000-00000000000a";
const bob = "00000000-0000-4000-8000-00000000000b";

it("lets so many of each player through in a second, and says when there may be more", () => {
  let now = 5_000;
  const counts = new MessageCounts(2, () => now);
  expect([counts.add(ada), counts.add(ada), counts.add(bob)]).toEqual([0, 0, 0]);
  now += 400;
  expect(counts.add(ada)).toBe(600);
  expect(counts.add(bob)).toBe(0);
  now += 600;
  expect([counts.add(ada), counts.add(ada)]).toEqual([0, 0]);
  expect(counts.add(ada)).toBe(1_000);
});

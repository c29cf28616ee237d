import { describe, expect, it } from "vitest";
import { type TableChoice, tableChanges } from "./table-changes";

const state = { title: "Ours", visibility: "public", seats: [null, null] } as const;
const asItIs: TableChoice = {
  title: "Ours",
  isPrivate: false,
  options: { minutes: 5, increment: 3 },
  seats: 2,
};
const changes = (choice: Partial<TableChoice>) => tableChanges(state, asItIs, { ...asItIs, ...choice });

describe("what a host changes", () => {
  it("is what differs, and nothing else", () => {
    expect(changes({ title: " Yours " })).toEqual({ type: "configure", title: "Yours" });
    expect(changes({ isPrivate: true, seats: 4 })).toEqual({
      type: "configure",
      visibility: "private",
      seats: 4,
    });
    expect(changes({ options: { minutes: 5, increment: 0 } })).toEqual({
      type: "configure",
      options: { minutes: 5, increment: 0 },
    });
  });

  it("is nothing where it is as it was, or has no title", () => {
    for (const choice of [{}, { title: " Ours" }, { title: "  " }, { options: { increment: 3, minutes: 5 } }])
      expect(changes(choice)).toBeNull();
  });
});

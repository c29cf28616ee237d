import { describe, expect, it } from "vitest";
import { gate } from "../testing/faulty-log.js";
import { GroupCommit } from "./group-commit.js";

const TO_BLAME = new Error("one item is to blame");
const AWAY = new Error("the connection is gone");

function watched(commit: (items: readonly string[]) => Promise<readonly string[]>, largest = 100) {
  const batches: (readonly string[])[] = [];
  let underWay = 0;
  const seen = { mostAtOnce: 0 };
  const group = new GroupCommit<string, string>({
    commit: async (items) => {
      batches.push(items);
      underWay += 1;
      seen.mostAtOnce = Math.max(seen.mostAtOnce, underWay);
      return commit(items).finally(() => {
        underWay -= 1;
      });
    },
    isolates: (error) => error === TO_BLAME,
    largest,
  });
  return { group, batches, seen };
}

/** A commit is under way, until `first` is opened: that of `a`. */
async function whileFirstIsCommitted() {
  const first = gate();
  const watching = watched(async (items) => {
    if (items.includes("a")) await first.opened;
    return done(items);
  });
  const a = watching.group.add("a");
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  return { ...watching, first, a };
}

const done = async (items: readonly string[]) => items.map((item) => `${item} done`);

describe("group commit", () => {
  it("LOG-12 what arrives during a commit goes together in the next one, in order", async () => {
    const { group, batches, seen, first, a } = await whileFirstIsCommitted();
    const rest = ["b", "c", "d"].map((item) => group.add(item));
    expect(batches).toEqual([["a"]]);
    first.open();
    expect(await Promise.all([a, ...rest])).toEqual(["a done", "b done", "c done", "d done"]);
    expect(batches).toEqual([["a"], ["b", "c", "d"]]);
    expect(seen.mostAtOnce).toBe(1);
  });

  it("LOG-12 what arrives in one turn goes together", async () => {
    const { group, batches } = watched(done);
    await Promise.all(["a", "b", "c"].map((item) => group.add(item)));
    expect(batches).toEqual([["a", "b", "c"]]);
  });

  it("LOG-12 a commit has a largest size, and what does not fit comes next", async () => {
    const { group, batches } = watched(done, 2);
    await Promise.all(["a", "b", "c", "d", "e"].map((item) => group.add(item)));
    expect(batches).toEqual([["a", "b"], ["c", "d"], ["e"]]);
  });

  it("LOG-12 who waits for a turn is in the commit that begins then, with what they make of it only then", async () => {
    const { group, batches, seen, first, a } = await whileFirstIsCommitted();
    const growing = ["b"];
    const late = group.turn().then(() => group.add(growing.join("+")));
    growing.push("c");
    first.open();
    expect(await Promise.all([a, late])).toEqual(["a done", "b+c done"]);
    expect(batches).toEqual([["a"], ["b+c"]]);
    expect(seen.mostAtOnce).toBe(1);
  });

  it("LOG-12 a turn that is not used holds up nobody", async () => {
    const { group, batches } = watched(done);
    await Promise.all([group.turn(), group.add("a")]);
    await group.turn();
    expect(await group.add("b")).toBe("b done");
    expect(batches).toEqual([["a"], ["b"]]);
  });

  it("LOG-12 works again after it was idle", async () => {
    const { group, batches } = watched(done);
    await group.add("a");
    await group.add("b");
    expect(batches).toEqual([["a"], ["b"]]);
  });

  it("LOG-9 an item that fails its commit fails alone, and its neighbours are committed", async () => {
    const { group, batches } = watched(async (items) => {
      if (items.includes("bad")) throw TO_BLAME;
      return done(items);
    });
    const results = await Promise.allSettled(["a", "bad", "c"].map((item) => group.add(item)));
    expect(results).toEqual([
      { status: "fulfilled", value: "a done" },
      { status: "rejected", reason: TO_BLAME },
      { status: "fulfilled", value: "c done" },
    ]);
    expect(batches).toEqual([["a", "bad", "c"], ["a"], ["bad"], ["c"]]);
  });

  it("LOG-13 a commit whose outcome is unknown is not tried again, and fails all of its items", async () => {
    const { group, batches } = watched(async (items) => {
      if (items.includes("a")) throw AWAY;
      return done(items);
    });
    const results = await Promise.allSettled(["a", "b"].map((item) => group.add(item)));
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(batches).toEqual([["a", "b"]]);
    expect(await group.add("c")).toBe("c done");
  });
});

import { describe, expect, it } from "vitest";
import { gate } from "../testing/faulty-log.js";
import { GroupCommit } from "./group-commit.js";

const TO_BLAME = new Error("one item is to blame");
const AWAY = new Error("the connection is gone");

function watched(
  commit: (items: readonly string[]) => Promise<readonly string[]>,
  { largest = 100, lanes = 1, apartMs = 0 } = {},
) {
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
    weigh: (item) => item.length,
    largest,
    lanes,
    apartMs,
  });
  return { group, batches, seen };
}

/** A commit is under way, until `first` is opened: that of `a`. */
async function whileFirstIsCommitted(how = {}) {
  const first = gate();
  const watching = watched(async (items) => {
    if (items.includes("a")) await first.opened;
    return done(items);
  }, how);
  const a = watching.group.add("a");
  await someTurns();
  return { ...watching, first, a };
}

async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
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
    const { group, batches } = watched(done, { largest: 2 });
    await Promise.all(["a", "b", "c", "d", "e"].map((item) => group.add(item)));
    expect(batches).toEqual([["a", "b"], ["c", "d"], ["e"]]);
  });

  it("LOG-12 a commit is as large as what its items weigh", async () => {
    const { group, batches } = watched(done, { largest: 4 });
    await Promise.all(["aaa", "b", "cc", "ddddd", "e"].map((item) => group.add(item)));
    expect(batches).toEqual([["aaa", "b"], ["cc", "ddddd"], ["e"]]);
  });

  it("LOG-12 as many commits are under way at the same time as may be, and no more", async () => {
    const { group, batches, seen, first, a } = await whileFirstIsCommitted({ lanes: 2 });
    expect(await group.add("b")).toBe("b done");
    const again = group.add("a");
    await someTurns();
    const c = group.add("c");
    await someTurns();
    expect(batches).toEqual([["a"], ["b"], ["a"]]);
    first.open();
    expect(await Promise.all([a, again, c])).toEqual(["a done", "a done", "c done"]);
    expect(seen.mostAtOnce).toBe(2);
  });

  it("LOG-12 commits begin apart, and what arrives between them goes together", async () => {
    const begun: number[] = [];
    const commit = async (items: readonly string[]) => {
      begun.push(performance.now());
      return done(items);
    };
    const { group, batches } = watched(commit, { apartMs: 30 });
    await group.add("a");
    const rest = ["b", "c"].map(async (item) => {
      await new Promise(setImmediate);
      return group.add(item);
    });
    await Promise.all(rest);
    expect(batches).toEqual([["a"], ["b", "c"]]);
    const [first = 0, second = 0] = begun;
    // A timer may be a millisecond early.
    expect(second - first).toBeGreaterThanOrEqual(29);
  });

  it("LOG-12 who waits for a turn is in the commit that begins then, with what they make of it only then", async () => {
    const { group, batches, seen, first, a } = await whileFirstIsCommitted();
    const growing = ["b"];
    const late = new Promise((resolve) => group.turn(() => resolve(group.add(growing.join("+")))));
    growing.push("c");
    first.open();
    expect(await Promise.all([a, late])).toEqual(["a done", "b+c done"]);
    expect(batches).toEqual([["a"], ["b+c"]]);
    expect(seen.mostAtOnce).toBe(1);
  });

  it("LOG-12 a turn that is not used holds up nobody", async () => {
    const { group, batches } = watched(done);
    const unused = () => new Promise<void>((resolve) => group.turn(resolve));
    await Promise.all([unused(), group.add("a")]);
    await unused();
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

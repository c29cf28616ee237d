import { describe, expect, it, vi } from "vitest";
import { lookUpTogether } from "./look-up-together.js";

function asked(answers: ReadonlyMap<string, number>) {
  const questions: (readonly string[])[] = [];
  const lookUp = lookUpTogether<string, number>(
    async (keys) => {
      questions.push(keys);
      if (keys.includes("broken")) throw new Error("it did not answer");
      return answers;
    },
    (key) => key,
  );
  return { lookUp, questions };
}

describe("looking up together", () => {
  it("asks once for all that is looked up in a turn, and gives each its own", async () => {
    const { lookUp, questions } = asked(
      new Map([
        ["one", 1],
        ["two", 2],
      ]),
    );
    expect(await Promise.all(["two", "one", "none"].map(lookUp))).toEqual([2, 1, null]);
    expect(questions).toEqual([["two", "one", "none"]]);
  });

  it("asks one question at a time, and in the next for all that came meanwhile", async () => {
    const asked: { keys: readonly string[]; answer: (found: ReadonlyMap<string, string>) => void }[] = [];
    const lookUp = lookUpTogether<string, string>(
      (keys) => new Promise((answer) => asked.push({ keys, answer })),
      (key) => key,
    );
    const found = new Map(["one", "two", "three"].map((key) => [key, key]));
    const one = lookUp("one");
    await vi.waitUntil(() => asked.length === 1);
    const two = lookUp("two");
    await new Promise(setImmediate);
    const three = lookUp("three");
    await new Promise(setImmediate);
    expect(asked).toHaveLength(1);
    asked[0]?.answer(found);
    expect(await one).toBe("one");
    await vi.waitUntil(() => asked.length === 2);
    expect(asked[1]?.keys).toEqual(["two", "three"]);
    asked[1]?.answer(found);
    expect(await Promise.all([two, three])).toEqual(["two", "three"]);
  });

  it("asks as many times as the keys of a large crowd need", async () => {
    const keys = Array.from({ length: 1_200 }, (_, number) => `key ${number}`);
    const { lookUp, questions } = asked(new Map(keys.map((key, number) => [key, number])));
    expect(await Promise.all(keys.map(lookUp))).toEqual(keys.map((_, number) => number));
    expect(questions.map(({ length }) => length)).toEqual([500, 500, 200]);
  });

  it("remembers nothing", async () => {
    const answers = new Map([["one", 1]]);
    const { lookUp } = asked(answers);
    expect(await lookUp("one")).toBe(1);
    answers.set("one", 11);
    expect(await lookUp("one")).toBe(11);
  });

  it("tells all who asked that there was no answer, and nobody after them", async () => {
    const { lookUp } = asked(new Map([["one", 1]]));
    const results = await Promise.allSettled(["one", "broken"].map(lookUp));
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await lookUp("one")).toBe(1);
  });
});

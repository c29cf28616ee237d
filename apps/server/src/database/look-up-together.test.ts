import { describe, expect, it } from "vitest";
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

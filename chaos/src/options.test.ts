import { OptionError } from "@rejoin/testkit";
import { describe, expect, test } from "vitest";
import { parseOptions } from "./options.js";

const parse = (...args: string[]) => parseOptions(args, ["return", "drain"]);

describe("the options of a run", () => {
  test("are those of the profile, unless they are given", () => {
    expect(parse("--profile", "smoke", "--seed", "7", "--servers", "5")).toMatchObject({
      profile: "smoke",
      seed: 7,
      servers: 5,
      rooms: 4,
      keep: false,
    });
  });

  test("take minutes as fractions", () => {
    expect(parse("--minutes", "0.5")).toMatchObject({ profile: "long", minutes: 0.5 });
  });

  test.each([
    [["--speed", "3"], /^Unknown option '--speed'\. There are --profile, .*--keep\.$/],
    [["--profile", "wild"], 'There is no profile "wild"; there are long, million, smoke, calm.'],
    [["--scenario", "flood"], 'There is no scenario "flood"; there are return, drain.'],
    [["--servers", "two"], '--servers must be a number from 1 to 16, but it is "two".'],
    [["--servers", "1.5"], '--servers must be a whole number, but it is "1.5".'],
    [["--minutes", "-1"], /minutes/],
    [["fast"], /^Unexpected argument 'fast'/],
  ])("%j is refused in a sentence", (args, sentence) => {
    expect(() => parse(...args)).toThrow(OptionError);
    expect(() => parse(...args)).toThrow(sentence);
  });
});

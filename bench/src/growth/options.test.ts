import { OptionError } from "@rejoin/testkit";
import { describe, expect, test } from "vitest";
import { parseGrowthOptions } from "./options.js";

describe("the options of a run", () => {
  test("are everything but the longest log, and nothing of the documentation is written", () => {
    expect(parseGrowthOptions([])).toEqual({
      only: ["rooms", "members", "log", "connections"],
      quick: false,
      largest: false,
      write: false,
      json: undefined,
    });
  });

  test("keep the order in which things are measured", () => {
    expect(parseGrowthOptions(["--only", "log, rooms", "--write"])).toMatchObject({
      only: ["rooms", "log"],
      write: true,
    });
  });

  test.each([
    [["--speed"], /^Unknown option '--speed'\. There are --only, .*--json\.$/],
    [["--only", "people"], '--only knows no "people"; there are rooms, members, log, connections.'],
    [["--quick", "--largest"], "--quick and --largest exclude each other."],
  ])("%j is refused in a sentence", (args, sentence) => {
    expect(() => parseGrowthOptions(args)).toThrow(OptionError);
    expect(() => parseGrowthOptions(args)).toThrow(sentence);
  });
});

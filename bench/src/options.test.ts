import { OptionError } from "@rejoin/testkit";
import { describe, expect, test } from "vitest";
import { parseOptions } from "./options.js";

const names = {
  scenarios: ["limits", "memory", "return-1", "return-2"],
  contenders: ["socket.io", "ws-alone", "rejoin"],
};
const quickly = { scenarios: ["limits"], contenders: ["socket.io", "rejoin"] };
const parse = (...args: string[]) => parseOptions(args, names, quickly);

describe("the options of a run", () => {
  test("are everything there is, unless they are given", () => {
    expect(parse()).toMatchObject({ only: names.scenarios, contenders: names.contenders, drivers: 2 });
    expect(parse("--quick")).toMatchObject({ only: quickly.scenarios, contenders: quickly.contenders });
    expect(parse("--quick", "--seconds", "0.5", "--contenders", "ws-alone")).toMatchObject({
      only: quickly.scenarios,
      repeat: 1,
      seconds: 0.5,
      contenders: ["ws-alone"],
    });
  });

  test("keep the order in which things are measured", () => {
    expect(parse("--only", "memory, limits").only).toEqual(["limits", "memory"]);
  });

  test("name several scenarios by what their names begin with", () => {
    expect(parse("--quick", "--only", "return").only).toEqual(["return-1", "return-2"]);
  });

  test.each([
    [["--speed", "3"], /^Unknown option '--speed'\. There are --quick, .*--profile\.$/],
    [["--only", "speed"], '--only knows no "speed"; there are limits, memory, return-1, return-2.'],
    [["--contenders", "rejoin,uws"], '--contenders knows no "uws"; there are socket.io, ws-alone, rejoin.'],
    [["--repeat", "1.5"], '--repeat must be a whole number, but it is "1.5".'],
    [["--seconds", "soon"], '--seconds must be a number from 0.2 to 3600, but it is "soon".'],
    [["fast"], /^Unexpected argument 'fast'/],
  ])("%j is refused in a sentence", (args, sentence) => {
    expect(() => parse(...args)).toThrow(OptionError);
    expect(() => parse(...args)).toThrow(sentence);
  });
});

import { namesOption, OptionError, readOptions } from "@rejoin/testkit";

/** What can grow. */
export const axisNames = ["rooms", "members", "log", "connections"] as const;
export type AxisName = (typeof axisNames)[number];

/** What a run was asked for, complete. */
export interface GrowthOptions {
  only: readonly AxisName[];
  /** Few and small sizes, shortly: a first look. */
  quick: boolean;
  /** Whether a log of ten million events is measured too. */
  largest: boolean;
  /** Whether the figures of the documentation are made anew. */
  write: boolean;
  /** A file for the numbers beside the usual one, or undefined. */
  json: string | undefined;
}

const known = {
  only: { type: "string" },
  quick: { type: "boolean" },
  largest: { type: "boolean" },
  write: { type: "boolean" },
  json: { type: "string" },
} as const;

/** @param args as they were typed @throws {OptionError} */
export function parseGrowthOptions(args: readonly string[]): GrowthOptions {
  const { only, quick = false, largest = false, write = false, json } = readOptions(args, known);
  if (quick && largest) throw new OptionError("--quick and --largest exclude each other.");
  return { only: namesOption("only", only, axisNames) ?? axisNames, quick, largest, write, json };
}

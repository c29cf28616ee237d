import { parseArgs } from "node:util";
import { OptionError } from "../options.js";

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
  const { only, quick = false, largest = false, write = false, json } = read(args);
  if (quick && largest) throw new OptionError("--quick and --largest exclude each other.");
  return { only: only === undefined ? axisNames : chosen(only), quick, largest, write, json };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: false }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message.split(". ")[0] : String(error);
    const names = Object.keys(known).map((name) => `--${name}`);
    throw new OptionError(`${message}. There are ${names.join(", ")}.`);
  }
}

function chosen(text: string): AxisName[] {
  const wanted = text.split(",").map((name) => name.trim());
  const unknown = wanted.find((name) => !axisNames.some((axis) => axis === name));
  if (unknown !== undefined)
    throw new OptionError(`--only knows no ${JSON.stringify(unknown)}; there are ${axisNames.join(", ")}.`);
  return axisNames.filter((axis) => wanted.includes(axis));
}

import { parseArgs } from "node:util";

/** What a run was asked for, complete. */
export interface Options {
  /** Those scenarios that are measured, by name. */
  only: readonly string[];
  /** Whom, by name. */
  contenders: readonly string[];
  /** How often each is measured, in turns. */
  repeat: number;
  /** How long each load is counted, and how long it goes on before that, in seconds. */
  seconds: number;
  warmUp: number;
  /** Connections of the memory scenario. */
  connections: number;
  /** Processes that members live in. */
  drivers: number;
  /** A file for the figures beside the usual one, or undefined. */
  json: string | undefined;
  /** Whether profiles of the servers' processors are written. */
  profile: boolean;
}

/** An option that cannot be used. The message is one sentence for the person who typed it. */
export class OptionError extends Error {
  override readonly name = "OptionError";
}

type Depth = Pick<Options, "repeat" | "seconds" | "warmUp" | "connections">;

/** About two minutes, for a first look. */
const quick: Depth = { repeat: 1, seconds: 1.5, warmUp: 1, connections: 1_000 };
/** What is worth writing down. */
const full: Depth = { repeat: 5, seconds: 8, warmUp: 3, connections: 3_000 };

const known = {
  quick: { type: "boolean" },
  only: { type: "string" },
  contenders: { type: "string" },
  repeat: { type: "string" },
  seconds: { type: "string" },
  connections: { type: "string" },
  drivers: { type: "string" },
  json: { type: "string" },
  profile: { type: "boolean" },
} as const;

/**
 * @param args as they were typed
 * @param names of the scenarios that there are, of those of them that a quick run has, and of the contenders
 * @throws {OptionError}
 */
export function parseOptions(
  args: readonly string[],
  names: { scenarios: readonly string[]; quick: readonly string[]; contenders: readonly string[] },
): Options {
  const given = read(args);
  const depth = given.quick ? quick : full;
  const seconds = number("seconds", given.seconds, 0.2, 3_600) ?? depth.seconds;
  return {
    only: some("only", given.only, names.scenarios) ?? (given.quick ? names.quick : names.scenarios),
    contenders: some("contenders", given.contenders, names.contenders) ?? names.contenders,
    repeat: whole("repeat", given.repeat, 1, 1_000) ?? depth.repeat,
    seconds,
    warmUp: depth.warmUp,
    connections: whole("connections", given.connections, 4, 100_000) ?? depth.connections,
    drivers: whole("drivers", given.drivers, 1, 64) ?? 2,
    json: given.json,
    profile: given.profile ?? false,
  };
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

/** Names separated by commas. One stands for those too that begin with it and a hyphen. */
function some(
  option: string,
  text: string | undefined,
  there: readonly string[],
): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const wanted = text.split(",").map((name) => name.trim());
  const isMeant = (name: string, by: string): boolean => name === by || name.startsWith(`${by}-`);
  const unknown = wanted.find((by) => !there.some((name) => isMeant(name, by)));
  if (unknown !== undefined)
    throw new OptionError(`--${option} knows no ${JSON.stringify(unknown)}; there are ${there.join(", ")}.`);
  return there.filter((name) => wanted.some((by) => isMeant(name, by)));
}

function whole(name: string, text: string | undefined, least: number, most: number): number | undefined {
  const value = number(name, text, least, most);
  if (value !== undefined && !Number.isInteger(value))
    throw new OptionError(`--${name} must be a whole number, but it is ${JSON.stringify(text)}.`);
  return value;
}

function number(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !(value >= least && value <= most))
    throw new OptionError(
      `--${name} must be a number from ${least} to ${most}, but it is ${JSON.stringify(text)}.`,
    );
  return value;
}

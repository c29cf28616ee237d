import { namesOption, numberOption, readOptions, wholeOption } from "@rejoin/testkit";

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

type Depth = Pick<Options, "repeat" | "seconds" | "warmUp" | "connections">;

/** About two minutes, for a first look. */
const quick: Depth = { repeat: 1, seconds: 1, warmUp: 0.5, connections: 1_000 };
/** What is worth writing down. After ten seconds V8 has compiled what there is to compile, also at a moderate rate. */
const full: Depth = { repeat: 5, seconds: 8, warmUp: 10, connections: 3_000 };

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

export interface Names {
  scenarios: readonly string[];
  contenders: readonly string[];
}

/**
 * @param args as they were typed
 * @param all the names of the scenarios and contenders that there are
 * @param quickly those of them that a quick run has
 * @throws {OptionError}
 */
export function parseOptions(args: readonly string[], all: Names, quickly: Names): Options {
  const given = readOptions(args, known);
  const depth = given.quick ? quick : full;
  const usual = given.quick ? quickly : all;
  const seconds = numberOption("seconds", given.seconds, 0.2, 3_600) ?? depth.seconds;
  return {
    only: namesOption("only", given.only, all.scenarios) ?? usual.scenarios,
    contenders: namesOption("contenders", given.contenders, all.contenders) ?? usual.contenders,
    repeat: wholeOption("repeat", given.repeat, 1, 1_000) ?? depth.repeat,
    seconds,
    warmUp: depth.warmUp,
    connections: wholeOption("connections", given.connections, 4, 100_000) ?? depth.connections,
    drivers: wholeOption("drivers", given.drivers, 1, 64) ?? 2,
    json: given.json,
    profile: given.profile ?? false,
  };
}

import { numberOption, OptionError, readOptions, wholeOption } from "@rejoin/testkit";
import { type Profile, profiles } from "./profiles.js";

/** What a run was asked for, complete. */
export interface Options extends Profile {
  profile: string;
  seed: number;
  /** One of the measured scenarios instead of a run, or undefined. */
  scenario: string | undefined;
  /** A file for the figures, or undefined. */
  json: string | undefined;
  /** Whether the history of a run without a violation stays. */
  keep: boolean;
}

const known = {
  profile: { type: "string" },
  scenario: { type: "string" },
  minutes: { type: "string" },
  seed: { type: "string" },
  servers: { type: "string" },
  drivers: { type: "string" },
  rooms: { type: "string" },
  clients: { type: "string" },
  rate: { type: "string" },
  "until-commands": { type: "string" },
  kills: { type: "string" },
  json: { type: "string" },
  keep: { type: "boolean" },
} as const;

/**
 * @param args as they were typed
 * @param scenarios the names of those there are
 * @throws {OptionError}
 */
export function parseOptions(args: readonly string[], scenarios: readonly string[]): Options {
  const given = readOptions(args, known);
  const name = given.profile ?? "long";
  const profile = profiles[name];
  if (!profile) throw unknown("profile", name, Object.keys(profiles));
  if (given.scenario !== undefined && !scenarios.includes(given.scenario))
    throw unknown("scenario", given.scenario, scenarios);
  return {
    ...profile,
    profile: name,
    scenario: given.scenario,
    seed: wholeOption("seed", given.seed, 0, 4_294_967_295) ?? Math.floor(Math.random() * 1_000_000),
    minutes: numberOption("minutes", given.minutes, 0.05, 24 * 60) ?? profile.minutes,
    servers: wholeOption("servers", given.servers, 1, 16) ?? profile.servers,
    drivers: wholeOption("drivers", given.drivers, 1, 16) ?? profile.drivers,
    rooms: wholeOption("rooms", given.rooms, 1, 1_000) ?? profile.rooms,
    clients: wholeOption("clients", given.clients, 2, 5_000) ?? profile.clients,
    rate: wholeOption("rate", given.rate, 0, 1_000_000) ?? profile.rate,
    untilCommands:
      wholeOption("until-commands", given["until-commands"], 1, 1_000_000_000) ?? profile.untilCommands,
    kills: wholeOption("kills", given.kills, 1, 1_000_000) ?? profile.kills,
    json: given.json,
    keep: given.keep ?? false,
  };
}

function unknown(option: string, value: string, there: readonly string[]): OptionError {
  return new OptionError(`There is no ${option} ${JSON.stringify(value)}; there are ${there.join(", ")}.`);
}

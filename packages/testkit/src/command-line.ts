import { parseArgs } from "node:util";

/** An option that cannot be used. The message is one sentence for the person who typed it. */
export class OptionError extends Error {
  override readonly name = "OptionError";
}

/** The options that a command knows, by name: those with a text behind them, and those that are there or not. */
export type KnownOptions = Readonly<Record<string, { type: "string" | "boolean" }>>;

/** What was given of them. */
export type GivenOptions<Known extends KnownOptions> = {
  [Name in keyof Known]?: Known[Name]["type"] extends "boolean" ? boolean : string;
};

/**
 * The options of a command, as text.
 *
 * @param args as they were typed
 * @throws {OptionError} for anything else, naming those
 */
export function readOptions<const Known extends KnownOptions>(
  args: readonly string[],
  known: Known,
): GivenOptions<Known> {
  try {
    const { values } = parseArgs({ args: [...args], options: known, allowPositionals: false });
    return values as GivenOptions<Known>;
  } catch (error) {
    const message = error instanceof Error ? error.message.split(". ")[0] : String(error);
    const names = Object.keys(known).map((name) => `--${name}`);
    throw new OptionError(`${message}. There are ${names.join(", ")}.`);
  }
}

/** A number within bounds; undefined where the option was not given. @throws {OptionError} */
export function numberOption(
  name: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !(value >= least && value <= most))
    throw new OptionError(
      `--${name} must be a number from ${least} to ${most}, but it is ${JSON.stringify(text)}.`,
    );
  return value;
}

/** A whole number within bounds; undefined where the option was not given. @throws {OptionError} */
export function wholeOption(
  name: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  const value = numberOption(name, text, least, most);
  if (value !== undefined && !Number.isInteger(value))
    throw new OptionError(`--${name} must be a whole number, but it is ${JSON.stringify(text)}.`);
  return value;
}

/**
 * Names separated by commas, in the order in which they are there; undefined where the option was not given. One stands for
 * those too that begin with it and a hyphen.
 *
 * @throws {OptionError} for a name that means none of them
 */
export function namesOption<Name extends string>(
  option: string,
  text: string | undefined,
  there: readonly Name[],
): readonly Name[] | undefined {
  if (text === undefined) return undefined;
  const wanted = text.split(",").map((name) => name.trim());
  const isMeant = (name: string, by: string): boolean => name === by || name.startsWith(`${by}-`);
  const unknown = wanted.find((by) => !there.some((name) => isMeant(name, by)));
  if (unknown !== undefined)
    throw new OptionError(`--${option} knows no ${JSON.stringify(unknown)}; there are ${there.join(", ")}.`);
  return there.filter((name) => wanted.some((by) => isMeant(name, by)));
}

/**
 * Runs a command, and ends the process with the exit code that it comes to; with 2 where it could not be done.
 *
 * @param main an `OptionError` that it rejects with is told in its sentence, anything else whole
 */
export function runCommand(main: () => Promise<number>): void {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof OptionError ? error.message : error);
      process.exit(2);
    },
  );
}

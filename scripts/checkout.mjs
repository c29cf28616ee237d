import { accessSync, constants, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the whole repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Where the commands keep what may be deleted at any time. */
export const scratch = join(root, ".data");

/**
 * The environment for the programs that the commands start: nothing in it makes npm leave packages out, nothing
 * reports to anybody, and there is a home folder that can be written to, which npm and Turborepo want.
 * @param {Record<string, string>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(more = {}) {
  const unwanted =
    /^(NODE_ENV|npm_config_(production|omit|only|include|global|dry_run|location|ignore_scripts))$/i;
  const kept = Object.entries(process.env).filter(([name]) => !unwanted.test(name));
  return {
    ...Object.fromEntries(kept),
    ...(hasUsableHome() ? {} : { HOME: ownHome() }),
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    DO_NOT_TRACK: "1",
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    ...more,
  };
}

function hasUsableHome() {
  try {
    if (process.platform !== "win32" && !process.env.HOME) return false;
    accessSync(homedir(), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function ownHome() {
  const home = join(scratch, "home");
  mkdirSync(home, { recursive: true });
  return home;
}

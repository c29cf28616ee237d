import { execFile } from "node:child_process";
import type { Account } from "./account.js";

/** What Postgres's programs see: nothing of ours, so that no PG* variable or language changes what they do. */
export const plainEnvironment = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

/**
 * Runs a program as `account` (or as ourselves) from the root folder, which everybody may enter.
 * @returns whether it ended well, and what it printed
 */
export function runAs(
  account: Account | undefined,
  program: string,
  args: readonly string[],
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    try {
      execFile(program, args, { ...account, cwd: "/", env: plainEnvironment }, (error, stdout, stderr) => {
        resolve({ ok: error === null, output: `${stdout}${stderr}`.trim() || (error?.message ?? "") });
      });
    } catch (error) {
      // Changing the user fails at once where that is not allowed.
      resolve({ ok: false, output: String(error) });
    }
  });
}

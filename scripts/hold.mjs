import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { root, toolEnvironment } from "./checkout.mjs";
import { serverSource } from "./server-source.mjs";

/**
 * Runs a program of the server that holds something for as long as its input is open. Should we be killed, the input
 * ends too, and nothing is left behind.
 * @param {string} file below apps/server/src
 */
export function hold(file) {
  const child = spawn(process.execPath, serverSource(file), {
    cwd: root,
    env: toolEnvironment(),
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  return {
    /**
     * Prints what the program says, until it says what is waited for.
     * @param {string} word the first word of that line
     * @returns {Promise<string | undefined>} the rest of it; undefined when the program ended without saying it
     */
    async says(word) {
      for await (const line of lines) {
        if (line.startsWith(`${word} `)) return line.slice(word.length + 1);
        console.log(line);
      }
      return undefined;
    },
    /** Ends the program's input, and waits for the program to end. */
    async release() {
      child.stdin.end();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

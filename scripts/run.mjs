import { spawn } from "node:child_process";
import { root, toolEnvironment } from "./checkout.mjs";

/**
 * Runs a program in the checkout, with its output on ours and nothing to read, and waits for it. When we are told to
 * stop meanwhile, it is told too, and we end when it has.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string }} [options]
 * @returns {Promise<number>} its exit code; 1 when it could not be started or was killed
 */
export function run(program, args, { env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: toolEnvironment(env),
      stdio: ["ignore", "inherit", "inherit"],
    });
    /** @type {NodeJS.Signals | undefined} */
    let stoppedBy;
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    process.on("SIGTERM", passOn).on("SIGINT", passOn);
    /** @param {number} code */
    const finish = (code) => {
      process.off("SIGTERM", passOn).off("SIGINT", passOn);
      if (stoppedBy !== undefined) process.exit(stoppedBy === "SIGINT" ? 130 : 143);
      resolve(code);
    };
    child.once("error", (error) => {
      console.error(`Cannot run ${program}: ${error.message}`);
      finish(1);
    });
    child.once("exit", (code) => finish(code ?? 1));
  });
}

/**
 * Runs a JavaScript file with this Node.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string }} [options]
 */
export function runNode(file, args, options) {
  return run(process.execPath, [file, ...args], options);
}

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkoutRoot } from "./world/attacked-server.js";

/** Where a run keeps what it makes. */
export interface RunFolder {
  /** Its histories and its figures. */
  results: string;
  /** Its database, which goes with it. */
  data: string;
}

/** @param name of the run */
export function makeRunFolder(name: string): RunFolder {
  const results = join(checkoutRoot, "test-results", "chaos", name);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  return { results, data: join(checkoutRoot, ".data", "chaos", name) };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutRoot } from "../checkout.js";

/**
 * What `npm start` tells Node beside the program: more room for young objects, so that those of a message that waits for its
 * commit are mostly gone before they are looked at.
 */
export function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(checkoutRoot, "package.json"), "utf8")) as {
    scripts: { start: string };
  };
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
}

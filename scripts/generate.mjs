// Writes the Prisma client from prisma/schema.prisma, unless it is there already.
import "./check-node.mjs";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "./checkout.mjs";
import { runNode } from "./run.mjs";

const output = join(root, "apps", "server", "src", "database", "generated");
const stampFile = join(output, ".from");
const prisma = createRequire(join(root, "apps", "server", "package.json")).resolve("prisma/package.json");
const stamp = createHash("sha256")
  .update(readFileSync(join(root, "prisma", "schema.prisma")))
  .update(readFileSync(prisma))
  .digest("hex");

if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) {
  const code = await runNode(join(dirname(prisma), "build", "index.js"), ["generate", "--no-hints"], {
    // Generating needs no schema engine, but Prisma downloads one unless it is told of a program.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  });
  if (code === 0) writeFileSync(stampFile, stamp);
  process.exitCode = code;
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { boundaryViolations } from "../boundaries.mjs";
import { root } from "../checkout.mjs";

let planted: string;

beforeEach(() => {
  planted = mkdtempSync(join(tmpdir(), "rejoin-boundaries-"));
});

afterEach(() => rmSync(planted, { recursive: true }));

function plant(file: string, code: string): void {
  mkdirSync(dirname(join(planted, file)), { recursive: true });
  writeFileSync(join(planted, file), code);
}

test("the project keeps its own boundaries", () => {
  expect(boundaryViolations(root)).toEqual([]);
});

test.each([
  ["packages/protocol/src/a.ts", `import { x } from "@rejoin/rules";`, "may not import @rejoin/rules"],
  ["packages/rules/src/a.ts", `export * from "@rejoin/sync";`, "may not import @rejoin/sync"],
  ["packages/rules/src/a.ts", `import type { Server } from "socket.io";`, "must stay pure"],
  ["packages/rules/src/a.ts", `import { randomUUID } from "node:crypto";`, "browsers"],
  ["packages/sync/src/a.ts", `import { useState } from "react";`, "without a framework"],
  ["apps/web/src/a.ts", `import { x } from "@rejoin/server/testing";`, "may not import"],
  ["apps/web/src/a.ts", `import { evolve } from "@rejoin/rules";`, "may not import @rejoin/rules"],
  ["packages/sync/src/a.ts", `import { evolve } from "@rejoin/rules";`, "may not import @rejoin/rules"],
  ["apps/web/src/a.ts", `const x = await import("../../server/src/server.js");`, "by its name"],
  ["apps/server/src/a.ts", `import { x } from "@rejoin/testkit";`, "may not import @rejoin/testkit"],
  ["apps/server/src/a.ts", `import { x } from "@rejoin/rules/testing";`, "may not import"],
  ["apps/server/src/simulation/a.ts", `import { x } from "@rejoin/sync";`, "may not import @rejoin/sync"],
  ["apps/server/src/a.ts", `import { x } from "@rejoin/sync";`, "may not import @rejoin/sync"],
  ["apps/server/src/a.ts", `import { x } from "../../../packages/rules/src/room.js";`, "by its name"],
  ["apps/server/src/log/a.ts", `import { Room } from "../rooms/room.js";`, "log may not know rooms"],
  [
    "apps/server/src/rooms/a.ts",
    `import type { Gateway } from "../gateway/gateway.js";`,
    "rooms may not know gateway",
  ],
  ["apps/server/src/rooms/a.ts", `import { PostgresLog } from "../log/postgres-log.js";`, "know the port"],
  ["apps/server/src/rooms/a.ts", `import { PrismaClient } from "../database/generated/client.js";`, "Prisma"],
  ["apps/server/src/gateway/a.ts", `import { Prisma } from "@prisma/client";`, "Prisma"],
  [
    "apps/web/src/features/chat/a.tsx",
    `import { Board } from "../board/board.js";`,
    "do not import each other",
  ],
])("%s: %s is caught", (file, code, reason) => {
  plant(file, code);
  expect(boundaryViolations(planted)).toEqual([expect.stringContaining(reason)]);
});

test.each([
  ["packages/rules/src/a.ts", `import { z } from "zod";\nimport type { Seat } from "@rejoin/protocol";`],
  ["packages/rules/src/a.ts", `// import { x } from "@rejoin/sync";\n/* import "@rejoin/server/testing" */`],
  ["apps/server/src/server.ts", `import { PostgresLog } from "./log/postgres-log.js";`],
  ["apps/server/src/simulation/a.ts", `import { x } from "@rejoin/testkit";`],
  ["apps/server/src/log/contract.test.ts", `import { PostgresLog } from "./postgres-log.js";`],
  ["apps/server/src/gateway/a.ts", `import { Room } from "../rooms/room.js";`],
  [
    "apps/web/src/features/chat/a.tsx",
    `import { line } from "./line.js";\nimport { Button } from "../../ui/button.js";`,
  ],
  ["apps/web/src/games/a.ts", `import { chess } from "@rejoin/rules/games/chess/chess";`],
  ["apps/web/src/a.ts", `import { evolve } from "@rejoin/rules/room";`],
  ["packages/sync/src/a.test.ts", `import { once } from "node:events";\nimport { Server } from "socket.io";`],
  ["apps/server/src/gateway/a.test.ts", `import { RawPlayer } from "@rejoin/testkit";`],
])("%s: %s is fine", (file, code) => {
  plant(file, code);
  expect(boundaryViolations(planted)).toEqual([]);
});

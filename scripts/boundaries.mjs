import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, posix, relative } from "node:path";

/**
 * Which workspaces a workspace may import. What is not here may be imported by nobody.
 * @type {Record<string, string[]>}
 */
const workspaces = {
  "packages/protocol": [],
  "packages/rules": ["@rejoin/protocol"],
  "packages/sync": ["@rejoin/protocol", "@rejoin/rules/room"],
  "packages/testkit": ["@rejoin/protocol", "@rejoin/rules", "@rejoin/sync"],
  "apps/server": ["@rejoin/protocol", "@rejoin/rules"],
  // A page loads the rules of a game when it shows a table of it: the room without games, and each game by its name.
  "apps/web": [
    "@rejoin/protocol",
    "@rejoin/rules/room",
    "@rejoin/sync",
    "@rejoin/sync/lab",
    "@rejoin/sync/testing",
  ],
  chaos: ["@rejoin/protocol", "@rejoin/rules", "@rejoin/sync", "@rejoin/testkit", "@rejoin/server/testing"],
  bench: ["@rejoin/protocol", "@rejoin/testkit", "@rejoin/server/testing"],
  e2e: ["@rejoin/protocol", "@rejoin/rules", "@rejoin/sync", "@rejoin/testkit", "@rejoin/server/testing"],
};

/** What tests may import besides. */
const forTests = ["@rejoin/testkit", "@rejoin/rules", "@rejoin/rules/testing"];

/** Folders of the server that may name Prisma. */
const prismaFolders = ["log", "database", "players", "read-models", "testing"];

/**
 * What a folder of the server may not import: the walk goes one way.
 * @type {Record<string, string[]>}
 */
const notBack = {
  log: ["rooms", "gateway", "http"],
  rooms: ["gateway", "http"],
  database: ["log", "rooms", "gateway", "http", "players", "read-models"],
};

/**
 * @typedef {{ file: string, imported: string, workspace: string, target: string | undefined }} Import
 * `target` is the path inside the checkout that a relative import leads to, without an ending.
 */

/** @type {((one: Import) => string | undefined)[]} */
const rules = [
  ({ workspace, target }) => {
    if (target === undefined || target.startsWith(`${workspace}/`)) return undefined;
    return isCode(target) ? "a workspace is imported by its name, not by its path" : undefined;
  },
  ({ file, workspace, imported }) => {
    if (!imported.startsWith("@rejoin/")) return undefined;
    const allowed = [...(workspaces[workspace] ?? []), ...(isTest(file) ? forTests : [])];
    const isRulesOfOneGame = workspace === "apps/web" && imported.startsWith("@rejoin/rules/games/");
    return isRulesOfOneGame || allowed.includes(imported)
      ? undefined
      : `${workspace} may not import ${imported}`;
  },
  ({ file, target }) => {
    const from = serverFolder(file);
    const to = serverFolder(target);
    const forbidden = notBack[from ?? ""] ?? [];
    return to !== undefined && forbidden.includes(to) ? `${from} may not know ${to}` : undefined;
  },
  ({ file, target }) => {
    if (target !== "apps/server/src/log/postgres-log") return undefined;
    const may = file === "apps/server/src/server.ts" || isTest(file) || serverFolder(file) === "log";
    return may ? undefined : "only server.ts names the log that is used; the others know the port";
  },
  ({ file, imported, target }) => {
    const namesPrisma =
      /^(@prisma\/|prisma($|\/))/.test(imported) || target?.includes("/database/generated/");
    if (!namesPrisma || !file.startsWith("apps/server/src/")) return undefined;
    const may = prismaFolders.includes(serverFolder(file) ?? "") || isWiring(file) || isTest(file);
    return may ? undefined : "Prisma is named only where tables are read or written";
  },
  ({ file, target }) => {
    const [from, to] = [file, target].map(
      (path) => /^apps\/web\/src\/features\/([^/]+)\//.exec(`${path}/`)?.[1],
    );
    return from && to && from !== to ? "features of the page do not import each other" : undefined;
  },
  ({ file, workspace, imported }) => {
    if (isTest(file)) return undefined;
    const framework = /^(react|react-dom|react-router|fastify|socket\.io|pg)($|\/)/.test(imported);
    if (framework && ["packages/protocol", "packages/rules"].includes(workspace)) return "it must stay pure";
    return framework && workspace === "packages/sync" ? "it must run without a framework" : undefined;
  },
  ({ file, imported, workspace }) => {
    const isNode = imported.startsWith("node:") || builtinModules.includes(imported);
    const runsInPages = ["packages/protocol", "packages/rules", "packages/sync", "apps/web"].includes(
      workspace,
    );
    const isShipped = file.includes("/src/") && !isTest(file);
    return isNode && runsInPages && isShipped ? "it runs in browsers, which have no Node" : undefined;
  },
];

/**
 * Finds every import that goes where the architecture says it must not.
 * @param {string} root the checkout
 * @returns {string[]} one line each: the file, what it imports, and why not
 */
export function boundaryViolations(root) {
  return sourceFiles(root).flatMap((path) => {
    const file = relative(root, path).replaceAll("\\", "/");
    const workspace = Object.keys(workspaces).find((name) => file.startsWith(`${name}/`)) ?? "";
    return importsOf(readFileSync(path, "utf8")).flatMap((imported) => {
      const target = imported.startsWith(".") ? targetOf(file, imported) : undefined;
      const broken = rules.flatMap((rule) => rule({ file, imported, workspace, target }) ?? []);
      return broken.map((reason) => `${file} imports ${imported}: ${reason}`);
    });
  });
}

/** @param {string} text */
function importsOf(text) {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const forms = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*["']([^"']+)["']/g;
  return [...code.matchAll(forms)].map((match) => match[1] ?? "");
}

/**
 * @param {string} file
 * @param {string} imported
 */
function targetOf(file, imported) {
  return posix.normalize(posix.join(dirname(file), imported)).replace(/\.(js|ts|tsx|jsx)$/, "");
}

/** @param {string | undefined} path */
function serverFolder(path) {
  return /^apps\/server\/src\/([^/]+)\//.exec(path ?? "")?.[1];
}

/** @param {string} target */
function isCode(target) {
  return Object.keys(workspaces).some((name) => target.startsWith(`${name}/`));
}

/** @param {string} file */
function isWiring(file) {
  return ["apps/server/src/server.ts", "apps/server/src/main.ts"].includes(file);
}

/** @param {string} file */
function isTest(file) {
  return /\.test\.tsx?$/.test(file) || /\/(test|testing|simulation)\//.test(file);
}

/**
 * @param {string} root
 * @returns {string[]}
 */
function sourceFiles(root) {
  return Object.keys(workspaces).flatMap((name) => filesBelow(join(root, name)));
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  const skipped = new Set(["node_modules", "dist", "generated", ".turbo"]);
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(path);
    return /\.(ts|tsx|mts|js|mjs)$/.test(entry.name) ? [path] : [];
  });
}

/** @param {string} folder */
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

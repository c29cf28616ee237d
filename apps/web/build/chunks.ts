import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

/** What every page begins with. */
const FIRST = ["$initial" as const];

type Graph = { getModuleInfo(id: string): Rolldown.ModuleInfo | null };

/** Where that begins which shows a table, now or as it was. */
const TABLE = ["room-page", "replay-page"].map((page) =>
  fileURLToPath(new URL(`../src/routes/${page}.tsx`, import.meta.url)),
);

/**
 * Which files of script there are besides those that the bundler makes: what is always fetched together is one file, for many
 * small ones weigh more, and only so many are fetched at a time.
 */
export function chunks() {
  const isOfTable = partOf(TABLE);
  return [
    // The entry needs nothing but this.
    { name: "preload", test: /vite\/preload-helper/, priority: 4 },
    // Each of these takes a slow phone long to begin with, and so is begun by itself: see `main.ts`.
    {
      name: "react",
      test: /\/node_modules\/(react|react-dom|react-router|scheduler)\//,
      tags: FIRST,
      priority: 4,
    },
    { name: "protocol", test: /\/node_modules\/zod\/|\/packages\/protocol\//, tags: FIRST, priority: 4 },
    { name: "libraries", test: /\/node_modules\//, tags: FIRST, priority: 3 },
    { name: "first", test: /\/src\/(?!main|start|begin).*\.tsx?$/, tags: FIRST, priority: 2 },
    { name: (id: string, graph: Graph) => (isOfTable(id, graph) ? "table" : null), priority: 1 },
  ];
}

/** Whether a module is needed by what begins there, and neither where it begins nor made by the bundler itself. */
function partOf(beginnings: readonly string[]): (id: string, graph: Graph) => boolean {
  let found: Set<string> | undefined;
  return (id, graph) => {
    found ??= reachable(graph, beginnings);
    return found.has(id) && !beginnings.includes(id) && !id.startsWith("\0");
  };
}

/** The modules that one begins with, and all that these import at once. */
function reachable(graph: Graph, beginnings: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) visit(imported);
  };
  for (const id of beginnings) visit(id);
  return found;
}

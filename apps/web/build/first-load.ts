import type { Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;

/** What every visit fetches at once: the entry, the app that it starts, and all that these import. */
const BEGINNINGS = [/\/src\/app\.tsx$/];

/** The files of script that the lobby cannot do without, whatever the language. */
export function firstLoad(bundle: Bundle): string[] {
  const fetched = new Set<string>();
  for (const output of Object.values(bundle)) {
    if (output.type !== "chunk") continue;
    const isBeginning = BEGINNINGS.some((module) => module.test(output.facadeModuleId ?? ""));
    if (output.isEntry || isBeginning) fetchWithImports(bundle, output.fileName, fetched);
  }
  return [...fetched];
}

function fetchWithImports(bundle: Bundle, file: string, fetched: Set<string>): void {
  const output = bundle[file];
  if (output?.type !== "chunk" || fetched.has(file)) return;
  fetched.add(file);
  for (const imported of output.imports) fetchWithImports(bundle, imported, fetched);
}

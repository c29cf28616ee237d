import type { Rolldown } from "vite";

/** A file of script, and every file that it cannot run without. */
export function staticImports(bundle: Rolldown.OutputBundle, file: string): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const output = bundle[name];
    if (output?.type !== "chunk" || found.has(name)) return;
    found.add(name);
    for (const imported of output.imports) visit(imported);
  };
  visit(file);
  return [...found];
}

import type { Rolldown } from "vite";
import { staticImports } from "./static-imports";

type Bundle = Rolldown.OutputBundle;

/** What every visit fetches at once beside the entry. */
const BEGINNING = /\/src\/(start|begin\/\w+)\.tsx?$/;

/** The files of script that the lobby cannot do without, whatever the language. */
export function firstLoad(bundle: Bundle): string[] {
  const beginnings = Object.values(bundle).filter(
    (output) => output.type === "chunk" && (output.isEntry || BEGINNING.test(output.facadeModuleId ?? "")),
  );
  return [...new Set(beginnings.flatMap(({ fileName }) => staticImports(bundle, fileName)))];
}

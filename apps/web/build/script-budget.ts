import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";
import { firstLoad } from "./first-load";

/** One of these is fetched at once too. */
const LANGUAGE = /\/src\/texts\/([a-z]{2})\/\1\.ts$/;

/**
 * Fails the build when the first load is too much script: what every visit fetches at once, in the largest language.
 *
 * @param most bytes after gzip
 */
export function scriptBudget(most: number): Plugin {
  return {
    name: "script-budget",
    apply: "build",
    writeBundle(_options, bundle) {
      const languages = Object.values(bundle).filter(
        (output) => output.type === "chunk" && LANGUAGE.test(output.facadeModuleId ?? ""),
      );
      const largest = Math.max(0, ...languages.map(({ fileName }) => sizeOf(bundle, fileName)));
      const bytes = firstLoad(bundle).reduce((sum, file) => sum + sizeOf(bundle, file), largest);
      const said = `The lobby's first load is ${kilobytes(bytes)} of script after gzip`;
      if (bytes > most) this.error(`${said}, and may be ${kilobytes(most)}: load something later.`);
      this.info(`${said}, of ${kilobytes(most)}.`);
    },
  };
}

function sizeOf(bundle: Rolldown.OutputBundle, file: string): number {
  const output = bundle[file];
  return output?.type === "chunk" ? gzipSync(output.code).length : 0;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

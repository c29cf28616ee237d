import type { Plugin, Rolldown } from "vite";

/** Where a chunk asks for another one. */
const IMPORT = /\bimport\(\s*(["'`])(\.\/[\w.-]+\.js)\1\s*\)/g;

/**
 * Has the parts of the page that are fetched later go through `importAnew`, which is told their whole address: built, they are
 * imported by names that only the bundler knows, and so cannot be asked for by another one. The entry is left as it is; what
 * it imports is there before `importAnew` is.
 */
export function importAnew(): Plugin {
  return {
    name: "import-anew",
    apply: "build",
    generateBundle: {
      // The bundler has looked for imports by then, to have what they need fetched beside them.
      order: "post",
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
        const later = chunks.filter(({ isEntry, dynamicImports }) => !isEntry && dynamicImports.length > 0);
        for (const chunk of later) rewrite(chunk, (message) => this.error(message));
      },
    },
  };
}

function rewrite(chunk: Rolldown.OutputChunk, fail: (message: string) => never): void {
  const found = new Set<string>();
  chunk.code = chunk.code.replace(IMPORT, (_, _quote, path: string) => {
    found.add(path);
    return `importAnew(new URL("${path}",import.meta.url).href)`;
  });
  const missing = chunk.dynamicImports.filter((file) => !found.has(`./${file.split("/").at(-1)}`));
  if (missing.length > 0)
    fail(`${chunk.fileName} imports ${missing.join(", ")} in a way that is not known here`);
}

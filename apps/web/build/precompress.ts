import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** Pictures and fonts are compressed by themselves. */
const COMPRESSIBLE = /\.(js|css|svg)$/;

/** Below this a packet is not filled either way, in bytes. */
const WORTH_IT = 1_000;

/** Writes each file a second and a third time, as small as can be: the server sends those to whoever understands them. */
export function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    async writeBundle({ dir = "" }, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => COMPRESSIBLE.test(fileName));
      await Promise.all(files.map((file) => writeCompressed(join(dir, file.fileName), contentOf(file))));
    },
  };
}

async function writeCompressed(path: string, content: Buffer): Promise<void> {
  if (content.length < WORTH_IT) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${path}.br`, brotliCompressSync(content, { params }));
  await writeFile(`${path}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
}

function contentOf(file: Rolldown.OutputChunk | Rolldown.OutputAsset): Buffer {
  return Buffer.from(file.type === "chunk" ? file.code : file.source);
}

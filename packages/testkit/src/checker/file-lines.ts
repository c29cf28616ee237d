import { closeSync, openSync, readSync } from "node:fs";

const CHUNK = 1_024 * 1_024;
const NEWLINE = 10;

/**
 * The lines of a file, as bytes, without what ends them. A last line that was never ended is left out: its writer was killed
 * in the middle of it. Each line is only good until the next one is asked for.
 */
export function* fileLines(path: string): Generator<Buffer> {
  const file = openSync(path, "r");
  try {
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSync(file, chunk, 0, CHUNK, null);
      if (length === 0) return;
      const bytes =
        rest.length > 0 ? Buffer.concat([rest, chunk.subarray(0, length)]) : chunk.subarray(0, length);
      let begin = 0;
      for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, begin)) {
        if (end > begin) yield bytes.subarray(begin, end);
        begin = end + 1;
      }
      rest = bytes.subarray(begin);
    }
  } finally {
    closeSync(file);
  }
}

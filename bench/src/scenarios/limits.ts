import { closeSync, fdatasyncSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { BASELINE } from "../contenders/all-contenders.js";
import { spreadOf } from "../measure/statistics.js";
import { WORDS_LENGTH, wordsOf } from "../measure/words.js";
import type { Column } from "../report/report.js";
import type { Figures } from "../report/rows.js";
import type { Stand } from "../stand.js";
import type { Scenario } from "./scenario.js";

/** What Postgres writes to its journal at once. */
const BLOCK = Buffer.alloc(8_192);

const columns: readonly Column[] = [{ key: "rate", label: "a second", digits: 0 }];
const named = { name: "limits", title: "What this machine can do at most" };

/** What nobody who commits before telling can exceed, measured beside the rest. */
export const limitsScenario: Scenario = {
  ...named,
  async measure({ stand, options }) {
    const { seconds } = options;
    const folder = join(stand.folder, "limits");
    const rates: Figures = {
      "written and synced to disk, one after the other": syncsPerSecond(folder, seconds),
      "rows inserted and committed, one after the other": await commitsPerSecond(stand, 1, seconds),
      "rows inserted and committed, ten at a time": await commitsPerSecond(stand, 10, seconds),
    };
    const rows = Object.entries(rates).map(([name, rate]) => ({ name, figures: { rate: spreadOf([rate]) } }));
    const notes = [
      `Frames a second are the line "ws-alone" of the tables; what is said has ${WORDS_LENGTH} bytes.`,
    ];
    return { ...named, baseline: BASELINE, columns, rows, notes, problems: [] };
  },
};

function syncsPerSecond(folder: string, seconds: number): number {
  mkdirSync(folder, { recursive: true });
  const file = openSync(join(folder, "synced"), "w");
  try {
    return perSecond(seconds, () => {
      // In place, as a journal file that is used again.
      writeSync(file, BLOCK, 0, BLOCK.length, 0);
      fdatasyncSync(file);
    });
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
}

function perSecond(seconds: number, work: () => void): number {
  const begun = performance.now();
  let count = 0;
  while (performance.now() - begun < seconds * 1_000) {
    work();
    count += 1;
  }
  return count / ((performance.now() - begun) / 1_000);
}

async function commitsPerSecond({ backing }: Stand, connections: number, seconds: number): Promise<number> {
  await using database = await backing.postgres.createDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: connections });
  pool.on("error", () => undefined);
  try {
    await pool.query("CREATE TABLE said (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text)");
    const begun = performance.now();
    let count = 0;
    const insert = async (): Promise<void> => {
      while (performance.now() - begun < seconds * 1_000) {
        await pool.query({
          name: "say",
          text: "INSERT INTO said (text) VALUES ($1)",
          values: [wordsOf(count)],
        });
        count += 1;
      }
    };
    await Promise.all(Array.from({ length: connections }, insert));
    return count / ((performance.now() - begun) / 1_000);
  } finally {
    await pool.end();
  }
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkFolder } from "./check-folder.js";
import { verdictTable } from "./verdict-table.js";

// The command: checks the history in a folder, prints a table and a line of JSON, writes the whole verdict beside the
// history, and ends with 1 where there is a violation.
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Say which folder: npm run check-history -- <folder>");
  process.exit(2);
}
const began = performance.now();
const verdict = checkFolder(folder);
const seconds = Math.round((performance.now() - began) / 100) / 10;
console.log(verdictTable(verdict));
const { violations: _, ...counts } = verdict;
console.log(JSON.stringify({ ...counts, seconds }));
writeFileSync(join(folder, "verdict.json"), JSON.stringify(verdict, null, 2));
process.exitCode = verdict.violations.length === 0 ? 0 : 1;

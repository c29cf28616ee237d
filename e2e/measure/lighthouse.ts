/** What Lighthouse says of the lobby and of a room. Ends with 1 where one of its four scores is below 95. */
import { availableParallelism, loadavg } from "node:os";
import { type Audit, auditRuns, CATEGORIES, FORMS } from "./lighthouse-run.js";
import { openTable, talk } from "./open-table.js";
import { Production } from "./production.js";
import { tableText } from "./table-text.js";
import { visits } from "./visits.js";

const WANTED = 95;

const runs = Number(process.argv[2] ?? 3);
if (!Number.isSafeInteger(runs) || runs < 1)
  throw new Error(`How many runs? ${process.argv[2]} is no number.`);

await using production = await Production.start();
using table = await openTable(production.url);
await talk(table, 60);

const audits: Audit[] = [];
for (const visit of visits(production.url, table)) {
  for (const form of FORMS) audits.push(await auditRuns(visit, form, runs));
}

const percent = (score: number): string => String(Math.round(score * 100));
console.log(`\nLighthouse, the median of ${runs} runs each. ${busyness()}\n`);
console.log(
  tableText([
    ["", ...CATEGORIES, "FCP", "LCP", "TBT", "CLS"],
    ...audits.map(({ name, scores, figures }) => [name, ...scores.map(percent), ...figures]),
  ]),
);
const low = audits.filter(({ scores }) => scores.some((score) => Math.round(score * 100) < WANTED));
for (const { name, complaints } of low) console.log(`\n${name}:\n${complaints.join("\n")}`);
console.log(low.length === 0 ? `\nAll are ${WANTED} or better.` : `\n${low.length} are below ${WANTED}.`);
process.exitCode = low.length === 0 ? 0 : 1;

/** Lighthouse measures time, so what else goes on counts. */
function busyness(): string {
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `The load was ${load} on ${availableParallelism()} processors.`;
}

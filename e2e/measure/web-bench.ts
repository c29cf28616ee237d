/**
 * What the page costs whoever uses it: how soon it can be used, how much comes over the network for it, and what a long log
 * does to it. Prints tables, and writes test-results/bench-web.json.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { CIRCUMSTANCES, type Load, load } from "./load.js";
import { EVENTS, longThread, type Scene } from "./long-thread.js";
import { medians } from "./median.js";
import { openTable, talk } from "./open-table.js";
import { Production, root } from "./production.js";
import { tableText } from "./table-text.js";
import { visits } from "./visits.js";

/** What an open table with an evening's talk has been told already. */
const TALK = 60;
const RATES = [1, 4];

const [what = "all", count = "3"] = process.argv.slice(2);
const runs = Number(count);
if (!["all", "loads", "thread"].includes(what) || !Number.isSafeInteger(runs) || runs < 1)
  throw new Error("Say what to measure (all, loads or thread), and how many times.");

await using production = await Production.start();
const machine = `${cpus()[0]?.model ?? "?"}, ${availableParallelism()} processors`;
console.log(`${machine}. Load before: ${(loadavg()[0] ?? 0).toFixed(1)}. The medians of ${runs} runs.`);
const loads = what === "thread" ? [] : await measureLoads();
const scenes = what === "loads" ? [] : await measureThread();
const path = join(root, "test-results", "bench-web.json");
await mkdir(join(root, "test-results"), { recursive: true });
await writeFile(path, JSON.stringify({ at: new Date(), machine, runs, loads, scenes }, null, 2));
console.log(`\nAll of it is in ${path}.`);

async function measureLoads() {
  using table = await openTable(production.url);
  await talk(table, TALK);
  const measured: (Load & { page: string; circumstances: string })[] = [];
  for (const circumstances of CIRCUMSTANCES) {
    for (const visit of visits(production.url, table)) {
      const each: Load[] = [];
      for (let run = 0; run < runs; run++) each.push(await load(visit, circumstances));
      measured.push({ page: visit.name, circumstances: circumstances.name, ...medians(each) });
    }
  }
  console.log("\nThe first load. Times in ms, sizes in kB as they come over the network.\n");
  const head = ["", "first paint", "interactive", "longest task", "script", "style", "fonts", "total"];
  const rows = measured.map((one) => [
    `${one.page}, ${one.circumstances}`,
    ...[one.firstPaint, one.interactive, one.longestTask].map(milliseconds),
    ...[one.script, one.style, one.font, one.total].map(kilobytes),
  ]);
  console.log(tableText([head, ...rows]));
  return measured;
}

async function measureThread() {
  const measured: (Scene & { scene: string; cpu: number })[] = [];
  for (const cpu of RATES) {
    const each: Map<string, Scene>[] = [];
    for (let run = 0; run < runs; run++) each.push(await longThread(production, cpu));
    for (const scene of each[0]?.keys() ?? []) {
      const of = each.flatMap((scenes) => scenes.get(scene) ?? []);
      measured.push({ scene, cpu, ...medians(of) });
    }
  }
  console.log(`\nA log of ${EVENTS} events and more. Times in ms; no task above 50 is said as 0.\n`);
  const head = ["", "processor", "took", "longest task", "blocked", "longest wait"];
  const rows = measured.map((one) => [
    one.scene,
    `${one.cpu}x slower`.replace("1x slower", "as it is"),
    ...[one.ms, one.longestTask, one.blocked, one.longestWait].map(milliseconds),
  ]);
  console.log(tableText([head, ...rows]));
  return measured;
}

function milliseconds(value: number): string {
  return value.toFixed(0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

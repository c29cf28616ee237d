import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { HistoryWriter } from "../history/history-writer.js";
import { MadeRun } from "./made-run.js";

// Writes a large history that keeps every promise, to measure the checker with: <folder> <commands>. Rooms come one after
// the other, each with some eight hundred commands of eight clients, spread over four files.
const [folder = "made-history", wanted = "100000"] = process.argv.slice(2);
const FILES = 4;
const STEPS = 1_600;

mkdirSync(folder, { recursive: true });
const clock = { now: 0 };
const writers = Array.from(
  { length: FILES },
  (_, file) => new HistoryWriter(join(folder, `${file}.jsonl`), () => clock.now),
);
const recorderOf = (client: number) => writers[client % FILES] as HistoryWriter;
let commands = 0;
for (let number = 0; commands < Number(wanted); number++) {
  const game = number % 2 === 0 ? "tic-tac-toe" : "connect-four";
  const options = { seed: number, number, steps: STEPS, clients: 8, sampleEvery: 10, game };
  commands += new MadeRun({ ...options, recorderOf, clock }).run().commands;
}
for (const writer of writers) writer.close();
console.log(`${commands} commands`);

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Axis } from "./axis.js";
import { figureOf } from "./figure.js";
import { type AxisReport, asJson, type GrowthReport } from "./report.js";

/** Where figures are kept. */
export interface Keeping {
  folder: string;
  /** A further file for the numbers, or undefined. */
  json: string | undefined;
}

/** Writes the picture of one axis, and its numbers beside those of the others that are there already. @returns the file of the numbers */
export function keep(axis: Axis, report: AxisReport, { folder, json }: Keeping): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `growth-${axis.name}.svg`), figureOf(axis, report));
  const file = join(folder, "growth.json");
  const all = asJson({ ...keptIn(file), [axis.name]: report });
  for (const path of json === undefined ? [file] : [file, json]) writeFileSync(path, all);
  return file;
}

function keptIn(file: string): GrowthReport {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as GrowthReport) : {};
}

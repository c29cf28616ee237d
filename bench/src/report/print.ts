import type { Spread } from "../measure/statistics.js";
import type { Column, Row, RunReport, ScenarioReport, Target } from "./report.js";

/** A scenario as a person reads it. */
export function printedScenario(report: ScenarioReport): string {
  const { title, baseline, columns, rows, notes, problems } = report;
  const heads = ["", ...columns.flatMap((column) => headsOf(column, baseline))];
  const lines = rows.map((row) => [row.name, ...columns.flatMap((column) => cellsOf(column, row))]);
  const told = [...notes, ...problems.map((problem) => `WRONG: ${problem}`)].map((line) => `  ${line}`);
  return [`\n${title}`, table([heads, ...lines]), ...told].join("\n");
}

/** How Rejoin came out. */
export function printedTargets(targets: readonly Target[]): string {
  if (targets.length === 0) return "";
  const lines = targets.map(({ says, got, wanted, atLeast, met }) => [
    says,
    Number.isNaN(got) ? "not measured" : `${got.toFixed(2)}x`,
    `${atLeast ? "at least" : "at most"} ${wanted}x`,
    Number.isNaN(got) ? "" : met ? "met" : "missed",
  ]);
  return `\nTargets, as ratios of the same run\n${table([["", "got", "wanted", ""], ...lines])}`;
}

export function printedMachine({ machine, versions }: Pick<RunReport, "machine" | "versions">): string {
  const all = { ...machine, ...versions };
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}

function headsOf({ label, isMain }: Column, baseline: string): string[] {
  return isMain ? [label, "least to most", `to ${baseline}`] : [label];
}

function cellsOf({ key, digits, isMain }: Column, { figures, ratio }: Row): string[] {
  const spread = figures[key];
  const shown = [number(spread?.median, digits)];
  if (!isMain) return shown;
  return [...shown, range(spread, digits), ratio ? `${number(ratio.median, 2)}x` : ""];
}

function range(spread: Spread | undefined, digits: number): string {
  if (!spread || Number.isNaN(spread.median)) return "";
  return `${number(spread.least, digits)} to ${number(spread.most, digits)}`;
}

function number(value: number | undefined, digits: number): string {
  if (value === undefined || Number.isNaN(value)) return "-";
  return value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return rows.map((row) => `  ${line(row).trimEnd()}`).join("\n");
}

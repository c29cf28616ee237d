import type { RunReport } from "./report.js";

/** The report as a person reads it: a verdict, and tables. */
export function printed(report: RunReport): string {
  const sections: [string, Record<string, number | null>][] = [
    ["Figures", report.figures],
    ["How servers ended", report.deaths],
    ["Faults", report.faults],
    ["Without these the verdict would mean nothing", report.nonVacuity],
    ["What the checker looked at", { ...report.verdict.figures, ...report.verdict.nonVacuity }],
    ["Violations", report.violations],
  ];
  const tables = sections.map(([title, rows]) => `${title}\n${table(rows)}`);
  const verdict = report.passed ? "Every promise was kept." : report.problems.join("\n");
  return `\n${tables.join("\n\n")}\n\n${verdict}\n`;
}

/** Names to the left, numbers to the right. */
export function table(rows: Readonly<Record<string, number | string | null>>): string {
  const entries = Object.entries(rows);
  if (entries.length === 0) return "  none";
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries
    .map(([name, value]) => `  ${name.padEnd(width)}  ${String(value ?? "never").padStart(12)}`)
    .join("\n");
}

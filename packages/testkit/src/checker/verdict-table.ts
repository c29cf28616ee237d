import { type Verdict, VIOLATIONS, type ViolationName } from "./verdict.js";

/** A verdict as a person reads it: what was looked at, what happened, and each violation with its sentence. */
export function verdictTable({ violations, found, figures, nonVacuity, faults }: Verdict): string {
  const total = Object.values(found).reduce((sum, count) => sum + count, 0);
  return [
    ...section("Looked at", figures),
    ...section("What happened on the way", nonVacuity),
    ...section("Faults", faults),
    ...section("Violations", withPromises(found)),
    ...violations.map(
      ({ promise, name, room, detail }) => `${promise} ${name}${room ? ` in ${room}` : ""}: ${detail}`,
    ),
    "",
    total === 0 ? "No violation." : `${total} violation${total === 1 ? "" : "s"}.`,
  ].join("\n");
}

function section(title: string, counts: Record<string, number>): string[] {
  const rows = Object.entries(counts);
  if (rows.length === 0) return [];
  const widest = Math.max(...rows.map(([name]) => name.length));
  const row = ([name, count]: [string, number]) =>
    `  ${name.padEnd(widest)}  ${count.toLocaleString("en").padStart(12)}`;
  return [title, ...rows.map(row), ""];
}

function withPromises(found: Verdict["found"]): Record<string, number> {
  const entries = Object.entries(found) as [ViolationName, number][];
  return Object.fromEntries(entries.map(([name, count]) => [`${VIOLATIONS[name]} ${name}`, count]));
}

import { spreadOf } from "../measure/statistics.js";
import { printedScenario } from "../report/print.js";
import type { Axis, PanelPlan } from "./axis.js";
import type { PowerLaw } from "./fit.js";
import type { AxisReport, Fit } from "./report.js";

const DIGITS = 2;

/** What came of letting one thing grow, as a person reads it. */
export function printedAxis({ panels, along }: Axis, report: AxisReport): string {
  const problems = report.steps.flatMap(({ size, problems }) =>
    problems.map((problem) => `  WRONG: ${problem}, at ${size} ${along}.`),
  );
  return [
    `\n${report.title}`,
    ...panels.map((panel) => printedPanel(panel, along, report)),
    ...problems,
  ].join("\n");
}

function printedPanel(
  { title, unit, series }: PanelPlan,
  along: string,
  { steps, fits }: AxisReport,
): string {
  return printedScenario({
    name: title,
    title: `${title}, ${unit}`,
    baseline: "",
    columns: series.map(({ key, label }) => ({ key, label, digits: DIGITS })),
    rows: steps.map(({ size, figures }) => ({
      name: `${size.toLocaleString("en-GB")} ${along}`,
      figures: Object.fromEntries(series.map(({ key }) => [key, spreadOf([figures[key] ?? Number.NaN])])),
    })),
    notes: series.map(({ key, label }) => `${label}: ${told(fits[key])}`),
    problems: [],
  });
}

function told({ law, tail }: Fit = { law: null, tail: null }): string {
  if (!law) return "too few points";
  return tail && tail.points < law.points ? `${asPower(law)}, at the end ${asPower(tail)}` : asPower(law);
}

function asPower({ exponent, error, r2 }: PowerLaw): string {
  return `x^${exponent.toFixed(DIGITS)} ± ${error.toFixed(DIGITS)} (R² ${r2.toFixed(DIGITS)})`;
}

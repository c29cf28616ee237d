import { execFile } from "node:child_process";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Browser } from "./browser.js";
import { root } from "./production.js";
import type { Visit } from "./visits.js";

export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

/** The two that Lighthouse knows: a phone on a slow network, and a computer on a quick one. */
export const FORMS = ["mobile", "desktop"] as const;
export type Form = (typeof FORMS)[number];

/** The run that is the median by performance. */
export interface Audit {
  name: string;
  /** From 0 to 1, in the order of `CATEGORIES`. */
  scores: number[];
  /** First and largest paint, blocking time, layout shift, as Lighthouse writes them. */
  figures: string[];
  /** What it did not like, one line each. */
  complaints: string[];
}

interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<
    string,
    { score: number | null; title: string; displayValue?: string; scoreDisplayMode: string }
  >;
}

const FIGURES = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
];

const results = join(root, "test-results", "lighthouse");
const cli = join(root, "e2e", "lighthouse", "node_modules", "lighthouse", "cli", "index.js");

/** Audits a visit several times, each in a browser of its own, and keeps the reports in test-results/lighthouse. */
export async function auditRuns(visit: Visit, form: Form, runs: number): Promise<Audit> {
  const name = `${visit.name}, ${form}`;
  const file = join(results, name.replaceAll(", ", "-"));
  await mkdir(results, { recursive: true });
  const reports: { path: string; report: Report }[] = [];
  for (let run = 1; run <= runs; run++) reports.push(await audit(visit, form, `${file}.${run}`));
  reports.sort((one, other) => performanceOf(one.report) - performanceOf(other.report));
  const median = reports[Math.floor((runs - 1) / 2)];
  if (!median) throw new Error("an audit has at least one run");
  for (const { path } of reports) {
    for (const kind of ["json", "html"]) {
      if (path === median.path) await rename(`${path}.report.${kind}`, `${file}.${kind}`);
      else await rm(`${path}.report.${kind}`);
    }
  }
  console.log(`${name}: ${scoresOf(median.report).join(" ")}`);
  return { name, scores: scoresOf(median.report), ...detailsOf(median.report) };
}

async function audit({ url, prepare }: Visit, form: Form, path: string) {
  await using browser = await Browser.start();
  await prepare(browser);
  const flags = [
    `--port=${await browser.debuggingPort()}`,
    "--output=json",
    "--output=html",
    `--output-path=${path}`,
    "--quiet",
    "--no-enable-error-reporting",
    ...(form === "desktop" ? ["--preset=desktop"] : []),
  ];
  await promisify(execFile)(process.execPath, [cli, url, ...flags]);
  const report: Report = JSON.parse(await readFile(`${path}.report.json`, "utf8"));
  return { path, report };
}

function performanceOf(report: Report): number {
  return report.categories.performance?.score ?? 0;
}

function scoresOf({ categories }: Report): number[] {
  return CATEGORIES.map((category) => categories[category]?.score ?? 0);
}

function detailsOf({ audits }: Report): Pick<Audit, "figures" | "complaints"> {
  const scored = ["binary", "numeric", "metricSavings"];
  const bad = Object.values(audits).filter(
    ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scored.includes(scoreDisplayMode),
  );
  return {
    figures: FIGURES.map((figure) => audits[figure]?.displayValue ?? "?"),
    complaints: bad.map(({ title, displayValue }) => `  ${title}${displayValue ? `: ${displayValue}` : ""}`),
  };
}

import type { Axis, SeriesPlan, Step } from "./axis.js";
import { type Point, type PowerLaw, powerLaw, tailLaw } from "./fit.js";
import type { AxisName } from "./options.js";

/** What was fitted to one series; null where it has too few points. */
export interface Fit {
  law: PowerLaw | null;
  /** Of the largest sizes only. */
  tail: PowerLaw | null;
}

/** What came of letting one thing grow. */
export interface AxisReport {
  title: string;
  at: string;
  machine: Readonly<Record<string, string | number>>;
  /** Whether it is a first look only. */
  isQuick: boolean;
  steps: readonly Step[];
  /** By the key of their figure. */
  fits: Readonly<Record<string, Fit>>;
}

/** What was measured, by what grew. Each may be of another day. */
export type GrowthReport = Readonly<Partial<Record<AxisName, AxisReport>>>;

/** @param circumstances when and where it was measured */
export function axisReport(
  { title, panels }: Axis,
  steps: readonly Step[],
  circumstances: Pick<AxisReport, "at" | "machine" | "isQuick">,
): AxisReport {
  const series = panels.flatMap((panel) => panel.series);
  const fits = Object.fromEntries(series.map(({ key }) => [key, fitOf(pointsOf(steps, { key }))]));
  return { title, ...circumstances, steps, fits };
}

/** A figure at all sizes. */
export function pointsOf(steps: readonly Step[], { key }: Pick<SeriesPlan, "key">): Point[] {
  return steps.map(({ size, figures }) => ({ x: size, y: figures[key] ?? Number.NaN }));
}

/** As it is kept: with as many digits as mean something, so that a run differs from the last one where it differs. */
export function asJson(report: GrowthReport): string {
  const short = (_: string, value: unknown): unknown =>
    typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
  return `${JSON.stringify(report, short, 2)}\n`;
}

function fitOf(points: readonly Point[]): Fit {
  return { law: powerLaw(points), tail: tailLaw(points) };
}

import type { Axis } from "./axis.js";
import { plotted } from "./plot/plot.js";
import { type AxisReport, pointsOf } from "./report.js";

/** The picture of what came of letting one thing grow, as SVG. */
export function figureOf({ along, panels }: Axis, report: AxisReport): string {
  return plotted({
    title: report.title,
    along,
    caption: captionOf(report),
    panels: panels.map(({ title, unit, series }) => ({
      title,
      unit,
      series: series.map(({ key, label }) => ({
        label,
        points: pointsOf(report.steps, { key }),
        law: report.fits[key]?.law ?? null,
        tail: report.fits[key]?.tail ?? null,
      })),
    })),
  });
}

function captionOf({ at, machine, isQuick }: AxisReport): string {
  const look = isQuick ? "A quick look" : "Measured";
  const { processors, model, node } = machine;
  const load = machine["load before"];
  return `${look}, ${at.slice(0, 10)}: ${processors} processors (${model}), ${machine["memory GiB"]} GiB, Node ${node}; load before ${load}`;
}

import type { Backing } from "../backing/backing.js";
import type { Contender } from "../contenders/contender.js";
import type { Figures } from "../report/rows.js";
import type { Stand } from "../stand.js";
import type { AxisName, GrowthOptions } from "./options.js";

/** How long things take, in seconds. */
export interface Patience {
  /** Until what joining has set off is over. */
  settle: number;
  /** Looking at what is used while nobody speaks. */
  idle: number;
  /** Speaking before anything is counted, and then. */
  warmUp: number;
  load: number;
}

export interface AxisParts {
  stand: Stand;
  backing: Backing;
  rejoin: Contender;
  patience: Patience;
  /** The largest size of this run. */
  largest: number;
}

/** What was measured at one size. */
export interface Step {
  size: number;
  /** What could not be seen is NaN, or missing. */
  figures: Figures;
  /** What went wrong: without it the figures mean something, with it they may not. */
  problems: readonly string[];
}

/** One line of a picture. */
export interface SeriesPlan {
  /** The figure that it shows. */
  key: string;
  label: string;
}

/** One of the pictures of a figure: lines of one unit. */
export interface PanelPlan {
  title: string;
  /** Of the vertical axis. */
  unit: string;
  series: readonly SeriesPlan[];
}

/** Something that grows while everything else stays as it is. */
export interface Axis {
  name: AxisName;
  title: string;
  /** What is counted along the horizontal axis. */
  along: string;
  panels: readonly PanelPlan[];
  sizes(options: GrowthOptions): readonly number[];
  /** Measures one size, on a server of its own and an empty database. */
  measure(size: number, parts: AxisParts): Promise<Omit<Step, "size">>;
}

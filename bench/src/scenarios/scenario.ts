import type { Contender } from "../contenders/contender.js";
import type { Options } from "../options.js";
import type { ScenarioReport } from "../report/report.js";
import type { Stand } from "../stand.js";

export interface ScenarioParts {
  stand: Stand;
  options: Options;
  contenders: readonly Contender[];
  /** What was measured before in this run. */
  before: readonly ScenarioReport[];
  say: (line: string) => void;
}

/** One question, answered by measuring. */
export interface Scenario {
  name: string;
  title: string;
  measure(parts: ScenarioParts): Promise<ScenarioReport>;
}

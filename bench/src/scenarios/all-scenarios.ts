import { catchUpScenarios } from "./catch-up.js";
import { joinScenarios } from "./join.js";
import { limitsScenario } from "./limits.js";
import { memoryScenario } from "./memory.js";
import { rateScenarios } from "./rate.js";
import type { Scenario } from "./scenario.js";
import { throughputScenarios } from "./throughput.js";

/** In the order in which they are measured: what later ones ask of earlier ones is there. */
export const allScenarios: readonly Scenario[] = [
  limitsScenario,
  ...throughputScenarios,
  ...rateScenarios,
  memoryScenario,
  ...catchUpScenarios,
  ...joinScenarios,
];

/** Those that a first look is content with, by name. */
export const quickScenarios: readonly string[] = [
  ...[limitsScenario, ...throughputScenarios, ...rateScenarios, memoryScenario].map(({ name }) => name),
  "return-100x1000",
];

import { drain } from "./drain.js";
import { halfOpen } from "./half-open.js";
import { postgresAway } from "./postgres.js";
import { returning } from "./return.js";
import type { Scenario } from "./scenario.js";
import { stalled } from "./stalled.js";

export const allScenarios: readonly Scenario[] = [returning, stalled, halfOpen, drain, postgresAway];

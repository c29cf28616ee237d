import type { Anomaly } from "./anomaly.js";
import { ANSWER_ANOMALIES } from "./answer-anomalies.js";
import { HOLDING_ANOMALIES } from "./holding-anomalies.js";
import { LOG_ANOMALIES } from "./log-anomalies.js";
import { SECRET_ANOMALIES } from "./secret-anomalies.js";
import { TELLING_ANOMALIES } from "./telling-anomalies.js";
import { TRIMMING_ANOMALIES } from "./trimming-anomalies.js";

/** Everything that the checker must find. */
export const ANOMALIES: readonly Anomaly[] = [
  ...LOG_ANOMALIES,
  ...ANSWER_ANOMALIES,
  ...TELLING_ANOMALIES,
  ...HOLDING_ANOMALIES,
  ...SECRET_ANOMALIES,
  ...TRIMMING_ANOMALIES,
];

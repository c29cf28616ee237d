import { clientFaults } from "./clients.js";
import { databaseFaults } from "./database.js";
import { drain } from "./drain.js";
import type { Fault } from "./fault.js";
import { freezeServer } from "./freeze-server.js";
import { kill } from "./kill.js";
import { linkFaultsOfBoth } from "./link.js";

/** Everything that a run may do. What a server does to itself at a failpoint is drawn when it starts. */
export const allFaults: readonly Fault[] = [
  kill,
  drain,
  freezeServer,
  ...linkFaultsOfBoth,
  ...databaseFaults,
  ...clientFaults,
];

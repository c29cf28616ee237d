import { fileURLToPath } from "node:url";
import { ServerProcess } from "@rejoin/testkit";

/** Starts a server in a process of its own, run from its sources. */
export function startProcess(
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  return ServerProcess.start({
    root: pathOf("../../../.."),
    args: ["--import", "tsx", "--conditions", "source", pathOf("../main.ts")],
    env: {
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: "error",
      COMMANDS_PER_SECOND: "100000",
      COUNTDOWN_MS: "0",
      ...settings,
    },
  });
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

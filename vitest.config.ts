import { defineConfig } from "vitest/config";

const workspaceSources = {
  // Workspace packages are tested from their sources, so a test run needs no build.
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source", "module", "node", "development|production"] } },
};

export default defineConfig({
  test: {
    // Many tests wait for servers, databases and silent networks: more of them at once than there are processors.
    maxWorkers: 4,
    projects: [
      {
        ...workspaceSources,
        test: {
          name: "commands",
          include: ["scripts/test/**/*.test.ts"],
        },
      },
      {
        ...workspaceSources,
        test: {
          name: "unit",
          include: [
            "packages/*/{src,test}/**/*.test.ts",
            "chaos/src/**/*.test.ts",
            "bench/src/**/*.test.ts",
            "apps/web/{src,test}/**/*.test.{ts,tsx}",
          ],
        },
      },
      {
        ...workspaceSources,
        test: {
          name: "server",
          include: ["apps/server/{src,test}/**/*.test.ts"],
          globalSetup: ["apps/server/src/testing/vitest-postgres.ts"],
          // Far more than anything takes, so that only what never comes is a failure, also on a machine that is busy with other things.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

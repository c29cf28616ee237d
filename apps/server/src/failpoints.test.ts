import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ConfigError } from "./config.js";
import { failpointsOf, noFailpoints } from "./failpoints.js";

const REFUSAL = "FAILPOINTS kills the server on purpose, for tests: it is refused unless NODE_ENV is test.";

describe("failpoints", () => {
  test("are off unless the environment arms them", () => {
    expect(failpointsOf({})).toBe(noFailpoints);
    expect(failpointsOf({ FAILPOINTS: "", NODE_ENV: "production" })).toBe(noFailpoints);
  });

  test.each(["production", "development", undefined])("are refused where NODE_ENV is %s", (mode) => {
    expect(() => failpointsOf({ FAILPOINTS: "after-commit@1", NODE_ENV: mode })).toThrow(
      new ConfigError(REFUSAL),
    );
  });

  test.each(["after-commit", "after-commit@0", "somewhere@3", "clock5", "after-commit@1,"])(
    "refuse %s in one sentence",
    (text) => {
      expect(() => failpointsOf({ FAILPOINTS: text, NODE_ENV: "test" })).toThrow(ConfigError);
    },
  );

  test("a clock may be wrong by so many milliseconds", () => {
    const slow = failpointsOf({ FAILPOINTS: "clock-60000", NODE_ENV: "test" });
    expect(Date.now() - slow.now()).toBeGreaterThanOrEqual(60_000);
    expect(Date.now() - slow.now()).toBeLessThan(120_000);
  });

  test("FAIL-1 a server of production that is told to fail does not start, and says why", async () => {
    const { code, output } = await startWith({ FAILPOINTS: "before-commit@1", NODE_ENV: "production" });
    expect(output.trim()).toBe(REFUSAL);
    expect(code).toBe(1);
  });
});

async function startWith(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", "--conditions", "source", main], {
    env: { ...process.env, PORT: "0", DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}

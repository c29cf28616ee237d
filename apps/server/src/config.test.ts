import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { checkoutRoot } from "./checkout.js";
import { ConfigError, loadConfig, settingNames } from "./config.js";

describe("loadConfig", () => {
  test("needs nothing", () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      databaseUrl: undefined,
      publicOrigins: [],
    });
  });

  test("takes an empty value as not set", () => {
    expect(loadConfig({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  test("makes the data folder absolute from the checkout", () => {
    expect(loadConfig({}).dataDir).toBe(join(checkoutRoot, ".data"));
    expect(loadConfig({ DATA_DIR: "/srv/rejoin" }).dataDir).toBe("/srv/rejoin");
  });

  test("reads origins", () => {
    const { publicOrigins } = loadConfig({ PUBLIC_ORIGINS: "https://a.example, http://b.example:8080/" });
    expect(publicOrigins).toEqual(["https://a.example", "http://b.example:8080"]);
  });

  test.each([
    ["PORT", "http", 'PORT must be a whole number from 0 to 65535, but it is "http".'],
    ["PORT", "70000", 'PORT must be a whole number from 0 to 65535, but it is "70000".'],
    ["COUNTDOWN_MS", "-1", 'COUNTDOWN_MS must be a whole number from 0 to 2147483647, but it is "-1".'],
    ["TRUST_PROXY", "yes", 'TRUST_PROXY must be true or false, but it is "yes".'],
    ["PUBLIC_ORIGINS", "example.org", /^PUBLIC_ORIGINS must be origins like .*, but it is "example.org"\.$/],
    ["LOG_LEVEL", "loud", /^LOG_LEVEL must be one of fatal, .*, but it is "loud"\.$/],
  ])("refuses %s=%s in one sentence", (name, value, sentence) => {
    expect(() => loadConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => loadConfig({ [name]: value })).toThrow(sentence);
  });

  test("never repeats a wrong database URL, which may hold a password", () => {
    expect(() => loadConfig({ DATABASE_URL: "mysql://me:secret@host/db" })).toThrow(
      "DATABASE_URL must look like postgresql://user:password@host:5432/database.",
    );
  });
});

describe(".env.example", () => {
  const text = readFileSync(join(checkoutRoot, ".env.example"), "utf8");
  const mentioned = [...text.matchAll(/^#?([A-Z_]+)=/gm)].map((match) => match[1] ?? "");

  test("documents every setting once, and nothing else", () => {
    expect(mentioned.toSorted()).toEqual([...settingNames].toSorted());
  });

  test("shows the defaults", () => {
    expect(loadConfig(parseEnv(text))).toEqual(loadConfig({}));
  });

  test("shows values that can be used where it has no default", () => {
    expect(() => loadConfig(parseEnv(text.replaceAll(/^#([A-Z_]+=)/gm, "$1")))).not.toThrow();
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { HistoryWriter } from "./history-writer.js";
import { parseRecord } from "./record.js";

const folder = mkdtempSync(join(tmpdir(), "history-writer-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ROOM = "33333333-3333-4333-8333-333333333333";
const linesOf = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n");

it("writes each record on a line of its own, dated, the kind first and then the room", () => {
  const file = join(folder, "lines.jsonl");
  let now = 0;
  using writer = new HistoryWriter(file, () => ++now);
  writer.record({ kind: "connected", client: "1" });
  writer.record({ kind: "asked", client: "1", command: "c", room: ROOM });
  expect(readFileSync(file, "utf8")).toBe("");
  writer.flush();
  expect(linesOf(file)).toEqual([
    '{"kind":"connected","at":1,"client":"1"}',
    `{"kind":"asked","at":2,"room":"${ROOM}","client":"1","command":"c"}`,
  ]);
});

it("continues a file that is there, and refuses more once it is closed", () => {
  const file = join(folder, "again.jsonl");
  for (const client of ["1", "2"]) {
    const writer = new HistoryWriter(file);
    writer.record({ kind: "connected", client });
    writer.close();
    expect(() => writer.record({ kind: "connected", client })).toThrow("closed");
  }
  expect(linesOf(file).map((line) => parseRecord(line))).toMatchObject([{ client: "1" }, { client: "2" }]);
});

it("CHECK-4 loses nothing when its process is told to stop, and the process stops all the same", async () => {
  const file = join(folder, "stopped.jsonl");
  const tsx = createRequire(join(process.cwd(), "apps/server/package.json")).resolve("tsx");
  const program = `
    import { HistoryWriter } from ${JSON.stringify(join(import.meta.dirname, "history-writer.ts"))};
    new HistoryWriter(${JSON.stringify(file)}).record({ kind: "connected", client: "1" });
    setInterval(() => {}, 1_000);
    console.log("recorded");
  `;
  const child = spawn(process.execPath, [
    "--conditions=source",
    "--import",
    tsx,
    "--input-type=module",
    "-e",
    program,
  ]);
  await once(child.stdout, "data");
  child.kill("SIGTERM");
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGTERM");
  expect(linesOf(file).map((line) => parseRecord(line))).toMatchObject([{ kind: "connected" }]);
});

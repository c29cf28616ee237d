import * as z from "zod/mini";
import { clientMessages } from "../client-messages.js";
import { LIMITS } from "../limits.js";
import { REFUSAL_CODES, refuse } from "../refusal.js";
import { roomCommand } from "../room-command.js";
import { roomEvent } from "../room-event.js";
import { serverMessages } from "../server-messages.js";
import { BECOMES, LIMIT_MEANINGS, REFUSAL_MEANINGS } from "./meanings.js";
import { ASKING, COMMANDING, CONNECTING, HEARING, OPENING, RECORDING } from "./prose.js";
import { shapeOf, TABLED } from "./shapes.js";
import { fieldLine, fieldTable, table } from "./tables.js";

/**
 * The page that describes the wire, as Markdown: prose that is written by hand, and tables made from the schemas.
 *
 * @param example the source of a whole client
 */
export function wirePage(example: string): string {
  const parts = [
    OPENING,
    exampleSection(example),
    CONNECTING,
    ASKING,
    clientTable(),
    COMMANDING,
    commandTable(),
    HEARING,
    serverTable(),
    RECORDING,
    eventTable(),
    "## Shapes",
    ...TABLED.map(({ name, schema }) => `### ${name}\n\n${fieldTable(schema, "output")}`),
    "## Refusals",
    "`retryable` says whether the same message may succeed later, with the same `commandId` and nothing else changed.",
    refusalTable(),
    "## Limits",
    limitTable(),
  ];
  return `${parts.join("\n\n")}\n`;
}

function exampleSection(example: string): string {
  const file = "[examples/client.mjs](examples/client.mjs)";
  return `## A whole client\n\nThis is ${file}, and runs as it is.\n\n\`\`\`js\n${example.trim()}\n\`\`\``;
}

function clientTable(): string {
  const rows = Object.entries(clientMessages).map(([name, { payload, reply, says }]) => [
    `\`${name}\``,
    says,
    fieldLine(shapeOf(payload, "input")) || "`{}`",
    fieldLine(shapeOf(reply, "output")) || "nothing more",
  ]);
  return table(["message", "what it says", "payload", "answer"], rows);
}

function commandTable(): string {
  const rows = roomCommand.def.options.flatMap((option) => {
    const fields = fieldLine(shapeOf(option, "input"), ["type"]) || "none";
    const types = option.shape.type.def.values;
    return types.map((type) => [`\`${type}\``, meaningOf(option), fields, `\`${BECOMES[type]}\``]);
  });
  return table(["command", "what it asks", "fields", "becomes"], rows);
}

function serverTable(): string {
  const rows = Object.entries(serverMessages).map(([name, { payload, says }]) => [
    `\`${name}\``,
    says,
    fieldLine(shapeOf(payload, "output")),
  ]);
  return table(["message", "what it says", "payload"], rows);
}

function eventTable(): string {
  const rows = roomEvent.def.options.map((option) => [
    `\`${option.shape.type.def.values.join()}\``,
    meaningOf(option),
    fieldLine(shapeOf(option.shape.data, "output")),
  ]);
  return table(["event", "what happened", "data"], rows);
}

function meaningOf(schema: z.core.$ZodType): string {
  return z.globalRegistry.get(schema)?.description ?? "";
}

function refusalTable(): string {
  const rows = REFUSAL_CODES.map((code) => [
    `\`${code}\``,
    REFUSAL_MEANINGS[code],
    refuse(code, "").retryable ? "yes" : "no",
  ]);
  return table(["code", "means", "retryable"], rows);
}

function limitTable(): string {
  const names = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
  return table(
    ["limit", "at most", "of"],
    names.map((name) => [`\`${name}\``, LIMITS[name].toLocaleString("en"), LIMIT_MEANINGS[name]]),
  );
}

import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { clientMessages } from "./client-messages.js";
import { devicesAnswer, redeemAnswer, redeemTransfer, transferAnswer } from "./devices.js";
import {
  changeSession,
  createSession,
  errorAnswer,
  replayAnswer,
  replayQuery,
  roomsAnswer,
  sessionAnswer,
} from "./http.js";
import { REFUSAL_CODES, refuse } from "./refusal.js";
import { serverMessages } from "./server-messages.js";
import { NAMESPACE, PROTOCOL_VERSION, SESSION_COOKIE } from "./version.js";

/** What the wire was when somebody last looked at it. */
const KNOWN = { version: 3, fingerprint: "37e46d583a11f7eb" };

it("nothing that is said on the wire changes unnoticed", () => {
  const now = { version: PROTOCOL_VERSION, fingerprint: fingerprint() };
  expect(
    now,
    [
      "What is said on the wire has changed. If a client that was built before cannot read it, or is refused what it says,",
      "raise PROTOCOL_VERSION in version.ts. In either case write the new values into KNOWN in version.test.ts, and renew",
      "docs/WIRE.md with: npm run wire-docs",
    ].join("\n"),
  ).toEqual(KNOWN);
});

/** A hash of every schema as JSON Schema, both as a sender writes and as a receiver reads it. Words do not count. */
function fingerprint(): string {
  const http = {
    createSession,
    changeSession,
    sessionAnswer,
    roomsAnswer,
    replayQuery,
    replayAnswer,
    errorAnswer,
    transferAnswer,
    redeemTransfer,
    redeemAnswer,
    devicesAnswer,
  };
  const wire = {
    client: Object.entries(clientMessages).map(([name, { payload, reply }]) => [
      name,
      shapes(payload),
      shapes(reply),
    ]),
    server: Object.entries(serverMessages).map(([name, { payload }]) => [name, shapes(payload)]),
    http: Object.entries(http).map(([name, schema]) => [name, shapes(schema)]),
    refusals: REFUSAL_CODES.map((code) => refuse(code, "")),
    names: [NAMESPACE, SESSION_COOKIE],
  };
  return createHash("sha256").update(JSON.stringify(wire)).digest("hex").slice(0, 16);
}

function shapes(schema: z.core.$ZodType): unknown[] {
  return (["input", "output"] as const).map((io) =>
    z.toJSONSchema(schema, {
      io,
      unrepresentable: "any",
      override: ({ jsonSchema }) => {
        // A game's JSON has its bounds in words only, so of a schema without a type they do count.
        if (Object.keys(jsonSchema).some((key) => key !== "description")) delete jsonSchema.description;
      },
    }),
  );
}

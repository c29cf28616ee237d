import * as z from "zod/mini";
import { cursor } from "../ids.js";
import { person, player } from "../person.js";
import { refusal, refusalCode } from "../refusal.js";
import { roomCommand } from "../room-command.js";
import { recordedEvent, timing } from "../room-event.js";
import { myRoom, roomSummary } from "../room-summary.js";

/** JSON Schema, as far as a table shows it. */
export type Shape = z.core.JSONSchema.JSONSchema;

/** A shape that is described once, under its name, and linked to from wherever it is used. */
interface Named {
  name: string;
  schema: z.core.$ZodType;
  /** Where on the page. */
  anchor: string;
}

/** Shapes with a table of their own. */
export const TABLED: readonly Named[] = [
  { name: "Player", schema: player, anchor: "player" },
  { name: "Person", schema: person, anchor: "person" },
  { name: "RoomSummary", schema: roomSummary, anchor: "roomsummary" },
  { name: "MyRoom", schema: myRoom, anchor: "myroom" },
  { name: "Cursor", schema: cursor, anchor: "cursor" },
  { name: "Timing", schema: timing, anchor: "timing" },
  { name: "Refusal", schema: refusal, anchor: "refusal" },
];

const NAMED: readonly Named[] = [
  ...TABLED,
  { name: "Recorded", schema: recordedEvent, anchor: "events" },
  { name: "Command", schema: roomCommand, anchor: "commands" },
  { name: "code", schema: refusalCode, anchor: "refusals" },
];

/**
 * The JSON Schema of a schema, in which named shapes carry their name as `title`, and the place of it as `$anchor`.
 *
 * @param io what a sender may write, or what a receiver reads
 */
export function shapeOf(schema: z.core.$ZodType, io: "input" | "output"): Shape {
  return z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      const named = NAMED.find((one) => one.schema === (zodSchema as unknown) && one.schema !== schema);
      if (named) Object.assign(jsonSchema, { title: named.name, $anchor: named.anchor });
    },
  });
}

import * as z from "zod/mini";
import { type Refusal, type RefusalCode, refuse } from "./refusal.js";

const MESSAGE_LENGTH = 300;

export type Parsed<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/**
 * Parses anything that crosses a boundary. The value that comes out is rebuilt by the schema, so it holds nothing that
 * the schema does not name.
 *
 * The words for a fault that the schema has none for are zod's: in English on a server, which reads its settings with all of
 * zod, and a general sentence in a page, which does without them.
 *
 * @returns the value, or a refusal (`invalid-message`, or `too-large` for a length limit) whose message names the first fault.
 */
export function parse<T>(schema: z.core.$ZodType<T>, input: unknown): Parsed<T> {
  const result = z.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  if (!issue) return { ok: false, refusal: refuse("invalid-message", "The message is not valid.") };
  const where = issue.path.length > 0 ? issue.path.join(".") : "the message";
  return { ok: false, refusal: refuse(codeOf(issue), shorten(`${where}: ${issue.message}`)) };
}

// A number that is too big is wrong, not large: only what is too long is too large.
function codeOf(issue: z.core.$ZodIssue): RefusalCode {
  const isTooLong = issue.code === "too_big" && (issue.origin === "string" || issue.origin === "array");
  return isTooLong ? "too-large" : "invalid-message";
}

// A complaint may quote what was sent, such as the names of a thousand unknown keys.
function shorten(message: string): string {
  return message.length > MESSAGE_LENGTH ? `${message.slice(0, MESSAGE_LENGTH)}…` : message;
}

import * as z from "zod/mini";
import { LIMITS } from "./limits.js";

/** Any JSON value. What it means is known to one game only. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const TOO_LARGE = `must be at most ${LIMITS.gameJsonLength} characters as JSON`;
const TOO_DEEP = `must nest at most ${LIMITS.gameJsonDepth} deep`;
const NOT_STORABLE = "must not hold unpaired surrogates or null characters";

/**
 * A small JSON value whose meaning belongs to a game: a move, an option, a game's event. Bounded in size and depth, free
 * of `__proto__` keys and of the two things Postgres cannot store in `jsonb`: the null character and unpaired surrogates.
 */
export const gameJson = z
  .pipe(
    z.pipe(
      z.unknown(),
      z.transform((value, context) => {
        const fault = findFault(value);
        // Turning a value into text recurses, so only one that is known to be shallow is.
        const text = fault ? "" : JSON.stringify(value);
        if (text.length > LIMITS.gameJsonLength) {
          const maximum = LIMITS.gameJsonLength;
          context.issues.push({
            code: "too_big",
            origin: "string",
            maximum,
            message: TOO_LARGE,
            input: value,
          });
          return z.NEVER;
        }
        const complaint = fault ?? (isStorable(text) ? null : NOT_STORABLE);
        if (complaint === null) return JSON.parse(text);
        context.issues.push({ code: "custom", message: complaint, input: value });
        return z.NEVER;
      }),
    ),
    z.unknown(),
  )
  .check(
    z.describe(`JSON of at most ${LIMITS.gameJsonLength} characters, at most ${LIMITS.gameJsonDepth} deep`),
  ) as unknown as z.ZodMiniType<Json, Json>;

/**
 * The first reason why a value is not shallow JSON, or null. It walks with a list of its own instead of recursion, so that
 * no depth is too much for it.
 */
function findFault(root: unknown): string | null {
  const rest: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, depth } = next;
    if (depth > LIMITS.gameJsonDepth) return TOO_DEEP;
    if (!isJsonPart(value)) return "must be JSON";
    if (typeof value !== "object" || value === null) continue;
    if (Object.hasOwn(value, "__proto__")) return "must not have a key __proto__";
    for (const held of Object.values(value)) rest.push({ value: held, depth: depth + 1 });
  }
  return null;
}

/** The value itself, without what it holds: a scalar, an array, or a plain object. */
function isJsonPart(value: unknown): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

// JSON.stringify writes both offenders as escapes, so the text of the JSON itself tells. An escaped backslash before a
// "u" is not an escape: pairs of backslashes are skipped.
function isStorable(text: string): boolean {
  return !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i.test(text);
}

import fc from "fast-check";
import * as z from "zod/mini";
import type { AnyGame } from "../game.js";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * Moves of any game, legal or not, made from the schema of its moves: a new game needs nothing here unless its schema
 * says something that no game's has said before.
 */
export function movesOf(game: AnyGame): fc.Arbitrary<unknown> {
  return valuesOf(z.toJSONSchema(game.move, { io: "input" }), game.id);
}

function valuesOf(schema: JsonSchema, game: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => valuesOf(choice as JsonSchema, game)));
  switch (schema.type) {
    case "integer":
      return fc.integer({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 1_000 });
    case "number":
      return fc.double({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 1_000, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
      return fc.string({ minLength: schema.minLength ?? 0, maxLength: schema.maxLength ?? 10 });
    case "array":
      return arraysOf(schema, game);
    case "object":
      return objectsOf(schema, game);
    default:
      throw new Error(`moves.ts cannot make up moves of ${game} from ${JSON.stringify(schema)}: teach it`);
  }
}

function arraysOf(schema: JsonSchema, game: string): fc.Arbitrary<unknown> {
  if (schema.prefixItems)
    return fc.tuple(...schema.prefixItems.map((item) => valuesOf(item as JsonSchema, game)));
  const bounds = { minLength: schema.minItems ?? 0, maxLength: schema.maxItems ?? 5 };
  return fc.array(valuesOf(schema.items as JsonSchema, game), bounds);
}

function objectsOf(schema: JsonSchema, game: string): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {});
  const values = Object.fromEntries(fields.map(([key, value]) => [key, valuesOf(value as JsonSchema, game)]));
  return fc.record(values, { requiredKeys: schema.required ?? [] });
}

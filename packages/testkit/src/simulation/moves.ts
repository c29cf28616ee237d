import type { AnyGame } from "@rejoin/rules";
import * as z from "zod/mini";
import type { SeededRandom } from "./seeded-random.js";

type JsonSchema = z.core.JSONSchema.JSONSchema;

const schemas = new Map<string, JsonSchema>();

/**
 * Makes up a move of any game, legal or not, from the schema of its moves.
 *
 * @throws for a schema that says something that no game's has said before
 */
export function makeUpMove(game: AnyGame, random: SeededRandom): unknown {
  const schema = schemas.get(game.id) ?? z.toJSONSchema(game.move, { io: "input" });
  schemas.set(game.id, schema);
  return makeUp(schema, random);
}

function makeUp(schema: JsonSchema, random: SeededRandom): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return makeUp(random.pick(choices) as JsonSchema, random);
  switch (schema.type) {
    case "integer":
      return Math.floor(random.between(schema.minimum ?? -5, (schema.maximum ?? 5) + 1));
    case "number":
      return random.between(schema.minimum ?? -5, schema.maximum ?? 5);
    case "boolean":
      return random.chance(0.5);
    case "null":
      return null;
    case "string":
      return random.digits(Math.max(schema.minLength ?? 0, Math.min(4, schema.maxLength ?? 4)));
    case "array":
      return makeUpList(schema, random);
    case "object":
      return makeUpObject(schema, random);
    default:
      throw new Error(`cannot make up a move from ${JSON.stringify(schema)}`);
  }
}

function makeUpList(schema: JsonSchema, random: SeededRandom): unknown[] {
  if (schema.prefixItems) return schema.prefixItems.map((item) => makeUp(item as JsonSchema, random));
  const least = schema.minItems ?? 0;
  const length = least + random.below((schema.maxItems ?? least + 3) - least + 1);
  return Array.from({ length }, () => makeUp(schema.items as JsonSchema, random));
}

function makeUpObject(schema: JsonSchema, random: SeededRandom): Record<string, unknown> {
  const fields = Object.entries(schema.properties ?? {}).filter(
    ([key]) => schema.required?.includes(key) || random.chance(0.5),
  );
  return Object.fromEntries(fields.map(([key, value]) => [key, makeUp(value as JsonSchema, random)]));
}

import type { Shape } from "./shapes.js";

/** What a value may be, in words, as Markdown for the cell of a table. */
export function typeText(shape: Shape): string {
  if (shape.title) return `[${shape.title}](#${shape.$anchor})`;
  if (shape.description) return shape.description;
  if (shape.const !== undefined) return `\`${JSON.stringify(shape.const)}\``;
  if (shape.enum) return shape.enum.map((value) => `\`${JSON.stringify(value)}\``).join(", ");
  const choices = (shape.anyOf ?? shape.oneOf) as Shape[] | undefined;
  if (choices) return choices.map(typeText).join(" or ");
  return textOfType(shape);
}

function textOfType(shape: Shape): string {
  switch (shape.type) {
    case "string":
      return stringText(shape);
    case "integer":
      return `whole number${rangeText(shape)}`;
    case "array":
      return listText(shape);
    case "object":
      return objectText(shape);
    default:
      return typeof shape.type === "string" ? shape.type : "anything";
  }
}

function listText({ items, minItems = 0 }: Shape): string {
  const item = items as Shape;
  const list = item.anyOf ? `list, each ${typeText(item)}` : `list of ${typeText(item)}`;
  return minItems > 0 ? `${list}, at least ${minItems}` : list;
}

function stringText({ format, pattern, minLength, maxLength }: Shape): string {
  if (format === "uuid") return "UUID";
  if (pattern) return `string, \`${pattern}\``;
  if (maxLength === undefined) return "string";
  return `string of ${minLength ?? 0} to ${maxLength} characters`;
}

function rangeText({ minimum, maximum }: Shape): string {
  const isBounded = maximum !== undefined && maximum < 2 ** 31 - 1;
  if (minimum === undefined || minimum < -(2 ** 31)) return "";
  return isBounded ? ` from ${minimum} to ${maximum}` : ` from ${minimum}`;
}

function objectText({ properties, additionalProperties }: Shape): string {
  if (properties && Object.keys(properties).length > 0) return `{ ${Object.keys(properties).join(", ")} }`;
  if (typeof additionalProperties !== "object") return "`{}`";
  return `object of ${typeText(additionalProperties)} by string`;
}

import type * as z from "zod/mini";
import { type Shape, shapeOf } from "./shapes.js";
import { typeText } from "./type-text.js";

/** A Markdown table. A `|` in a cell would end it, so it is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The fields of an object as the rows of a table. */
export function fieldTable(schema: z.core.$ZodType, io: "input" | "output"): string {
  const fields = fieldsOf(shapeOf(schema, io));
  return table(
    ["field", "is"],
    fields.map(([name, text]) => [`\`${name}\``, text]),
  );
}

/** The fields of an object in one line: `name` is …; `name`, if at all, is …. */
export function fieldLine(shape: Shape, without: readonly string[] = []): string {
  const fields = fieldsOf(shape).filter(([name]) => !without.includes(name));
  return fields.map(([name, text]) => `\`${name}\`: ${text}`).join("<br>");
}

function fieldsOf({ properties = {}, required = [] }: Shape): [name: string, text: string][] {
  return Object.entries(properties).map(([name, shape]) => {
    const { default: otherwise, ...rest } = shape as Shape;
    const text = typeText(rest as Shape);
    if (otherwise !== undefined) return [name, `${text}; \`${JSON.stringify(otherwise)}\` if missing`];
    return [name, required.includes(name) ? text : `${text}; may be missing`];
  });
}

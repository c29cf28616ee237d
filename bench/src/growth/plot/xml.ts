export type Attributes = Readonly<Record<string, string | number>>;

/** Digits behind the point that a picture is drawn with. */
const DIGITS = 2;

/** An element with what is in it, which is XML already: texts go through `text`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(shown(value))}"`);
  const start = `<${name}${given.join("")}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join("")}</${name}>`;
}

/** A text as XML has it. */
export function text(plain: string): string {
  return escaped(plain);
}

function shown(value: string | number): string {
  return typeof value === "string" ? value : String(Number(value.toFixed(DIGITS)));
}

function escaped(plain: string): string {
  return plain
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

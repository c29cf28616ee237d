import { readFileSync } from "node:fs";
import type { FastifyRequest } from "fastify";

const PICTURE = 'content="/social-card.png"';
/** A host as it may stand in an address: whoever asks writes this header, and it goes into the page. */
const HOST = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i;

/** What a link to an address looks like where it is shown, as plain text. */
export interface Card {
  /** Of the document, as a tab shows it. */
  page: string;
  title: string;
  description: string;
}

/**
 * The one document of the page. Whoever shows a link to it, such as a chat, runs no script: the address of its picture is
 * wanted in full, and what the link leads to in words.
 */
export class Page {
  readonly #html: string;

  /** @param path of the built document */
  constructor(path: string) {
    this.#html = readFileSync(path, "utf8");
  }

  /**
   * The document as it is served to somebody who asked for it under some host.
   *
   * @param card what stands in it instead of the words about all of the product
   */
  for({ protocol, host }: Pick<FastifyRequest, "protocol" | "host">, card: Card | null = null): string {
    const html = card ? withCard(this.#html, card) : this.#html;
    if (!HOST.test(host)) return html;
    return html.replace(PICTURE, `content="${protocol}://${host}/social-card.png"`);
  }
}

function withCard(html: string, { page, title, description }: Card): string {
  // By functions, since a text may hold what "replace" takes for a pattern.
  return html
    .replace(/(<title>)[^<]*/, (_, tag) => tag + escaped(page))
    .replace(/(<meta property="og:title" content=")[^"]*/, (_, tag) => tag + escaped(title))
    .replace(
      /(<meta (?:name|property)="(?:og:)?description" content=")[^"]*/g,
      (_, tag) => tag + escaped(description),
    );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

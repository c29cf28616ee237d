import { readFileSync } from "node:fs";
import type { FastifyRequest } from "fastify";

const PICTURE = 'content="/social-card.png"';
/** A host as it may stand in an address: whoever asks writes this header, and it goes into the page. */
const HOST = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i;

/** The one document of the page. Whoever shows a link to it, such as a chat, wants the address of its picture in full. */
export class Page {
  readonly #html: string;

  /** @param path of the built document */
  constructor(path: string) {
    this.#html = readFileSync(path, "utf8");
  }

  /** The document as it is served to somebody who asked for it under some host. */
  for({ protocol, host }: Pick<FastifyRequest, "protocol" | "host">): string {
    if (!HOST.test(host)) return this.#html;
    return this.#html.replace(PICTURE, `content="${protocol}://${host}/social-card.png"`);
  }
}

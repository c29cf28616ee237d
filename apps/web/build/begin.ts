import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { firstLoad } from "./first-load";
import { staticImports } from "./static-imports";

const FILE = "begin.js";

/** Where the code of a room begins. */
const ROOM = /\/src\/routes\/room-page\.tsx$/;

/**
 * Puts the script that runs before everything else into the page. It is told what every page is made of, and what a room is
 * besides. Built, it has a hash in its name, so that a browser which had it before does not ask again.
 */
export function begin(): Plugin {
  let folder = "";
  return {
    name: "begin",
    configResolved({ root }) {
      folder = root;
    },
    generateBundle() {
      this.emitFile({ type: "asset", name: FILE, source: readFileSync(join(folder, FILE)) });
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const attrs = bundle ? inBundle(bundle, html) : { src: `/${FILE}` };
        return [{ tag: "script", attrs, injectTo: "head-prepend" }];
      },
    },
  };
}

function inBundle(bundle: Rolldown.OutputBundle, html: string): Record<string, string> {
  const files = Object.values(bundle);
  const script = files.find((file) => file.type === "asset" && file.names.includes(FILE));
  const room = files.find((file) => file.type === "chunk" && ROOM.test(file.facadeModuleId ?? ""));
  if (!script || !room) throw new Error("the page is built without its first script, or without a room");
  const first = firstLoad(bundle);
  const ofRoom = staticImports(bundle, room.fileName).filter((file) => !first.includes(file));
  const unnamed = first.filter((file) => !html.includes(`/${file}`));
  return { src: `/${script.fileName}`, "data-first": pathsOf(unnamed), "data-room": pathsOf(ofRoom) };
}

function pathsOf(files: readonly string[]): string {
  return files.map((file) => `/${file}`).join(" ");
}

import { readFileSync, writeFileSync } from "node:fs";
import { wirePage } from "../wire-page/wire-page.js";

// Run by `npm run wire-docs`.
const docs = new URL("../../../../docs/", import.meta.url);
const example = readFileSync(new URL("examples/client.mjs", docs), "utf8");
writeFileSync(new URL("WIRE.md", docs), wirePage(example));
console.log("docs/WIRE.md says what the schemas say.");

import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { lobby as german } from "../texts/de/lobby";
import { common } from "../texts/en/common";
import { lobby } from "../texts/en/lobby";
import { FirstWords, Waiting } from "./waiting";

it("begins in index.html as it goes on", () => {
  const document = readFileSync(new URL("../../index.html", import.meta.url), "utf8");
  const written = /<div id="root">(.*)<\/div>\s*<noscript>/s.exec(document)?.[1] ?? "";
  const rendered = renderToStaticMarkup(
    <Waiting title={common.appName}>
      <FirstWords language="en">{lobby.tagline}</FirstWords>
      <FirstWords language="de">{german.tagline}</FirstWords>
    </Waiting>,
  );
  expect(written.replace(/\s*\n\s*/g, "").replaceAll(" />", "/>")).toBe(
    rendered.replace(/><\/(path|circle)>/g, "/>"),
  );
});

import type { HtmlTagDescriptor, Plugin } from "vite";

/** Both latin faces that text is set in are needed by every first screen: asking for them early keeps it from jumping. */
const FACES = /(bricolage|instrument).*-latin-wght-normal-.*\.woff2$/;

/** Script is asked for at once, and lets the style and the faces pass: with these the page is painted. */
const SCRIPT = 'rel="modulepreload" fetchpriority="low"';

/** Lets the browser ask at once for what it would only find out about later. Most of the script is left to `begin.js`. */
export function preloadFirst(): Plugin {
  return {
    name: "preload-first",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const faces = Object.keys(bundle).filter((file) => FACES.test(file));
        const tags = faces.map((file) =>
          inHead({ rel: "preload", as: "font", type: "font/woff2", href: `/${file}` }),
        );
        return { html: html.replaceAll('rel="modulepreload"', SCRIPT), tags };
      },
    },
  };
}

function inHead(attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: "link", attrs: { ...attrs, crossorigin: "" }, injectTo: "head" };
}

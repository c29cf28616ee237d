import type { HtmlTagDescriptor, Plugin } from "vite";
import { firstLoad } from "./first-load";

/** The three latin faces are needed by every first screen: asking for them early keeps text from jumping. */
const FACES = /-latin-wght-normal-.*\.woff2$/;

/** Lets the browser ask at once for what it would only find out about later. */
export function preloadFirst(): Plugin {
  return {
    name: "preload-first",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const scripts = firstLoad(bundle).filter((file) => !html.includes(`/${file}`));
        const faces = Object.keys(bundle).filter((file) => FACES.test(file));
        return [
          ...scripts.map((file) => inHead({ rel: "modulepreload", href: `/${file}` })),
          ...faces.map((file) =>
            inHead({ rel: "preload", as: "font", type: "font/woff2", href: `/${file}` }),
          ),
        ];
      },
    },
  };
}

function inHead(attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: "link", attrs: { ...attrs, crossorigin: "" }, injectTo: "head" };
}

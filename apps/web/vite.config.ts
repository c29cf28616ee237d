import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const server = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

export default defineConfig({
  plugins: [react(), tailwindcss(), preloadFonts()],
  // Workspace packages are used from their sources, so a change in one reloads the page.
  resolve: { conditions: ["source", "module", "browser", "development|production"] },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      "/socket.io": { target: server, ws: true },
      "/api": server,
      "/healthz": server,
      "/readyz": server,
    },
  },
  // A data: font would need a wider content security policy.
  // One style sheet: a piece of one that could not be fetched is not asked for again with the code that needs it.
  build: { assetsInlineLimit: 0, target: "es2022", cssCodeSplit: false },
});

/** The three latin faces are needed by every first screen: asking for them early keeps text from jumping. */
function preloadFonts(): Plugin {
  return {
    name: "preload-fonts",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        return Object.keys(bundle ?? {})
          .filter((file) => /-latin-wght-normal-.*\.woff2$/.test(file))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${file}`, crossorigin: "" },
            injectTo: "head" as const,
          }));
      },
    },
  };
}

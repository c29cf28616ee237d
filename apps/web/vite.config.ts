import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { begin } from "./build/begin";
import { chunks } from "./build/chunks";
import { importAnew } from "./build/import-anew";
import { precompress } from "./build/precompress";
import { preloadFirst } from "./build/preload-first";
import { scriptBudget } from "./build/script-budget";

/** The server, which is to see whom the page itself asked: it lets in what comes from its own origin. */
const server = { target: `http://127.0.0.1:${process.env.PORT ?? 3000}`, changeOrigin: false };

/** People on a phone should not wait for what the lobby does not show. */
const FIRST_LOAD = 150_000;

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    begin(),
    preloadFirst(),
    importAnew(),
    scriptBudget(FIRST_LOAD),
    precompress(),
  ],
  // Workspace packages are used from their sources, so a change in one reloads the page.
  resolve: { conditions: ["source", "module", "browser", "development|production"] },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      "/socket.io": { ...server, ws: true },
      "/api": server,
      "/healthz": server,
      "/readyz": server,
    },
  },
  // A data: font would need a wider content security policy.
  // One style sheet: a piece of one that could not be fetched is not asked for again with the code that needs it.
  build: {
    assetsInlineLimit: 0,
    target: "es2022",
    cssCodeSplit: false,
    rolldownOptions: {
      // The second is fetched with the first, and run apart from it.
      input: ["index.html", "src/start.tsx"],
      output: { codeSplitting: { groups: chunks() } },
    },
    modulePreload: {
      // Every browser of that age preloads modules by itself.
      polyfill: false,
      // What a later part needs is fetched by `importAnew`, which can do so again.
      resolveDependencies: (_file, needed, { hostType }) => (hostType === "html" ? needed : []),
    },
  },
});

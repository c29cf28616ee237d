import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { preferredLanguage } from "./texts/language";
import { loadLanguage } from "./texts/load-language";

/** Begins the page, in the language of whoever looks at it. */
export async function start(root: HTMLElement): Promise<void> {
  await loadLanguage(preferredLanguage());
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

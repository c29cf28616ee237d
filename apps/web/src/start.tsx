import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { preferredLanguage } from "./texts/language";
import { loadLanguage } from "./texts/load-language";

/** Begins the page, in the language of whoever looks at it. */
export async function start(root: HTMLElement): Promise<void> {
  await loadLanguage(preferredLanguage());
  const page = createRoot(root);
  // Drawn a little at a time: what index.html says stays until all of it is there.
  startTransition(() =>
    page.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}

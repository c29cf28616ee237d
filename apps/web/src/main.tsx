import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { preferredLanguage } from "./texts/language";
import { loadLanguage } from "./texts/load-language";
import "./ui/styles.css";

async function start(root: HTMLElement): Promise<void> {
  await loadLanguage(preferredLanguage());
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root");
void start(root);

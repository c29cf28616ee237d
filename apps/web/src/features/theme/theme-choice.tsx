import Monitor from "lucide-react/icons/monitor";
import Moon from "lucide-react/icons/moon";
import Sun from "lucide-react/icons/sun";
import { useState } from "react";
import { texts } from "../../texts/texts";

const KEY = "rejoin:theme";
const CHOICES = [
  { theme: "system", Icon: Monitor },
  { theme: "light", Icon: Sun },
  { theme: "dark", Icon: Moon },
] as const;
type Theme = (typeof CHOICES)[number]["theme"];

/** Follow the system, or not. What is chosen is kept, and applied by `begin.js` before the first paint. */
export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>(readTheme);
  const choose = (next: Theme): void => {
    applyTheme(next);
    setTheme(next);
  };
  return (
    <fieldset className="flex items-center gap-1 rounded-full bg-sunk p-1">
      <legend className="sr-only">{texts.theme.label}</legend>
      {CHOICES.map((choice) => (
        <label
          key={choice.theme}
          title={texts.theme[choice.theme]}
          className="relative grid size-9 cursor-pointer place-items-center rounded-full text-soft has-checked:bg-raised has-checked:text-ink has-checked:shadow-lift has-focus-visible:outline-2 has-focus-visible:outline-ink"
        >
          <input
            type="radio"
            name="theme"
            aria-label={texts.theme[choice.theme]}
            checked={theme === choice.theme}
            onChange={() => choose(choice.theme)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          <choice.Icon aria-hidden size={17} />
        </label>
      ))}
    </fieldset>
  );
}

function readTheme(): Theme {
  const held = document.documentElement.dataset.theme;
  return held === "light" || held === "dark" ? held : "system";
}

function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden: then the choice lasts as long as the page.
  }
}

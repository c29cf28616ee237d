/** The languages that the page speaks, each by its tag and the name that it gives itself. */
export const LANGUAGES = [
  { language: "en", name: "English" },
  { language: "de", name: "Deutsch" },
] as const;

export type Language = (typeof LANGUAGES)[number]["language"];

const KEY = "rejoin:language";

/** The language that was chosen here, or else the first one of the browser's that the page speaks, or else English. */
export function preferredLanguage(): Language {
  const wanted = [chosen(), ...navigator.languages].map((tag) => tag?.split("-")[0]);
  return wanted.map(known).find((language) => language !== undefined) ?? "en";
}

/** Remembers a choice. It counts from the next time that the page is loaded. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage may be forbidden: then the browser's own language stays.
  }
}

/** How dates and numbers are written: as in the person's own region, where it is one of this language. */
export function localeOf(language: Language): string {
  return navigator.languages.find((tag) => tag.split("-")[0] === language) ?? language;
}

function chosen(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function known(tag: string | undefined): Language | undefined {
  return LANGUAGES.find(({ language }) => language === tag)?.language;
}

import { fetchAlongside, patiently } from "../ui/patiently";
import { formatIn } from "./format";
import { type Language, localeOf } from "./language";
import { speak, type Texts } from "./texts";

/** The words of a language, in two parts: those of the first load, and those of the parts that are loaded later. */
interface Words {
  first: () => Promise<Texts>;
  later: () => Promise<unknown>;
}

/** English is there already: it is what most people speak, and the language that texts are written in first. */
const FETCHED: Partial<Record<Language, Words>> = {
  de: {
    first: async () => (await import("./de/de")).texts,
    later: () => import("./de/speak-later"),
  },
};

/** Makes the page speak a language, and write dates and numbers as in the person's region. */
export async function loadLanguage(language: Language): Promise<void> {
  const words = FETCHED[language];
  if (words) {
    speak(await patiently(words.first)());
    fetchAlongside(words.later);
  }
  formatIn(localeOf(language));
  document.documentElement.lang = language;
}

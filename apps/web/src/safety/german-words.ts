import { type DataSet, parseRawPattern } from "obscenity";

// Roots that are part of longer words; what must begin or end a word has its mark "|".
const ROOTS = [
  "arschloch",
  "fick",
  "fotze",
  "|hure",
  "hurensohn",
  "kanake",
  "|missgeburt",
  "|nutte",
  "schlampe",
  "schwuchtel",
  "schwuchtl",
  "|spast",
  "wichser",
  "wixer",
  "scheis",
];
/** Harmless words that hold one of them. */
const HARMLESS = ["fickrig", "fickle"];

/** Adds German words to those that are masked: the library knows English ones. */
export function withGerman(words: DataSet<{ originalWord: string }>): DataSet<{ originalWord: string }> {
  for (const root of ROOTS) {
    words.addPhrase((phrase) => {
      const withPattern = phrase.setMetadata({ originalWord: root }).addPattern(parseRawPattern(root));
      return HARMLESS.reduce((built, harmless) => built.addWhitelistedTerm(harmless), withPattern);
    });
  }
  return words;
}

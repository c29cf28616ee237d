import {
  asteriskCensorStrategy,
  DataSet,
  englishDataset,
  englishRecommendedTransformers,
  keepStartCensorStrategy,
  RegExpMatcher,
  TextCensor,
} from "obscenity";
import { masksWords } from "../settings/settings";
import { useSetting } from "../settings/use-setting";
import { withGerman } from "./german-words";

const censor = new TextCensor().setStrategy(keepStartCensorStrategy(asteriskCensorStrategy()));

let matcher: RegExpMatcher | undefined;

/** Texts as they were masked: looking for words takes longer than drawing a row, and rows are drawn again and again. */
const masked = new Map<string, string>();
const MOST_MASKED = 1_000;

/** A text with its rude words masked but for their first letter. What is sent and kept stays as it was written. */
export function maskWords(text: string): string {
  const known = masked.get(text);
  if (known !== undefined) return known;
  if (masked.size >= MOST_MASKED) masked.clear();
  const fresh = mask(text);
  masked.set(text, fresh);
  return fresh;
}

function mask(text: string): string {
  matcher ??= createMatcher();
  // The library takes a sharp s for a b. As long as it stays one letter, what is found stays where it is.
  const found = matcher.getAllMatches(text.replaceAll("ß", "s"), true);
  return found.length > 0 ? censor.applyTo(text, found) : text;
}

/** Made with the first text: it takes a while, and a table may be quiet. */
function createMatcher(): RegExpMatcher {
  const words = withGerman(new DataSet<{ originalWord: string }>().addAll(englishDataset));
  return new RegExpMatcher({ ...words.build(), ...englishRecommendedTransformers });
}

/** A text as this person wants to see it. */
export function shownText(text: string): string {
  return masksWords.get() ? maskWords(text) : text;
}

/** The same, for what is rendered: it follows the person's choice. */
export function useShownText(): (text: string) => string {
  const [masks] = useSetting(masksWords);
  return masks ? maskWords : asItIs;
}

function asItIs(text: string): string {
  return text;
}

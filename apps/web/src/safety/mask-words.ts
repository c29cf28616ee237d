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

const words = withGerman(new DataSet<{ originalWord: string }>().addAll(englishDataset));
const matcher = new RegExpMatcher({ ...words.build(), ...englishRecommendedTransformers });
const censor = new TextCensor().setStrategy(keepStartCensorStrategy(asteriskCensorStrategy()));

/** A text with its rude words masked but for their first letter. What is sent and kept stays as it was written. */
export function maskWords(text: string): string {
  // The library takes a sharp s for a b. As long as it stays one letter, what is found stays where it is.
  const found = matcher.getAllMatches(text.replaceAll("ß", "s"), true);
  return found.length > 0 ? censor.applyTo(text, found) : text;
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

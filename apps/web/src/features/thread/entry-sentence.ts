import { isHidden } from "../../safety/hidden-players";
import { shownText } from "../../safety/mask-words";
import { laterTexts } from "../../texts/later-texts";
import type { Entry } from "./entry";
import { isTalk } from "./is-talk";

/** An entry as it is read out, or told in one line: with who said it, and what followed from it. */
export function entrySentence({ event, by, text, outcome }: Entry): string {
  const name = by?.name ?? laterTexts.thread.event.somebody;
  if (isTalk(event) && isHidden(event.actor)) return laterTexts.people.hiddenSaid(name);
  const shown = shownText(text);
  const what = isTalk(event) ? `${name}: ${shown}` : shown;
  return outcome ? `${what}. ${outcome.text}` : what;
}

import { useEffect, useRef } from "react";
import { useRoom } from "../../connection/room";
import { texts } from "../../texts/texts";
import { announce } from "../../ui/announcer";
import type { Entry } from "./entry";
import { missedWords } from "./missed-marker";

/** More than this at once is told as a number. */
const READ_OUT = 3;

/** Lets people hear what others see appear: moves, messages, results, and how much was missed. */
export function useAnnouncedEvents(entries: readonly Entry[]): void {
  const { view, me } = useRoom();
  const heard = useRef(view.seq);
  useEffect(() => {
    const fresh = entries.filter(({ event }) => event.seq > heard.current && event.actor !== me.id);
    heard.current = Math.max(heard.current, view.seq);
    if (fresh.length > 0 && fresh.length <= READ_OUT) announce(fresh.map(sentence).join(". "));
  }, [entries, view.seq, me.id]);
  const { missed } = view;
  const words = missed ? missedWords(missed) : null;
  useEffect(() => {
    if (words) announce(texts.thread.welcomeBack(words));
  }, [words]);
}

function sentence({ event, by, text, outcome }: Entry): string {
  const said = event.type === "said" || event.type === "reacted";
  const what = said ? `${by?.name ?? texts.thread.event.somebody}: ${text}` : text;
  return outcome ? `${what}. ${outcome.text}` : what;
}

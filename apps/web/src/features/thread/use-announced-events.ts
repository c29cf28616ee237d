import { useEffect, useRef } from "react";
import { useRoom } from "../../connection/room";
import { isHidden } from "../../safety/hidden-players";
import { laterTexts } from "../../texts/later-texts";
import { announce } from "../../ui/announcer";
import type { Entry } from "./entry";
import { entrySentence } from "./entry-sentence";
import { isTalk } from "./is-talk";
import { missedWords } from "./missed-marker";

/** More than this at once is told as a number. */
const READ_OUT = 3;

/** Lets people hear what others see appear: moves, messages, results, and how much was missed. */
export function useAnnouncedEvents(entries: readonly Entry[]): void {
  const { view, me, missed } = useRoom();
  const heard = useRef(view.seq);
  useEffect(() => {
    const since = entries.findLastIndex(({ event }) => event.seq <= heard.current) + 1;
    const fresh = entries
      .slice(since)
      .filter(
        ({ event, quiet }) => event.actor !== me.id && !quiet && !(isTalk(event) && isHidden(event.actor)),
      );
    heard.current = Math.max(heard.current, view.seq);
    if (fresh.length > 0 && fresh.length <= READ_OUT) announce(fresh.map(entrySentence).join(". "));
  }, [entries, view.seq, me.id]);
  // What is still on its way might be one's own: how much was missed is known when all of it is held.
  const words = missed && missed.to <= view.seq ? missedWords(missed) : null;
  useEffect(() => {
    if (words) announce(laterTexts.thread.welcomeBack(words));
  }, [words]);
}

import { useState } from "react";
import { useIsHidden } from "../../safety/hidden-players";
import { useShownText } from "../../safety/mask-words";
import { laterTexts } from "../../texts/later-texts";
import type { Entry } from "./entry";
import { isTalk } from "./is-talk";

/** What an entry says, as this person wants to see it: rude words masked, and what they hid only when asked for. */
export function EntryText({ entry }: { entry: Entry }) {
  const shown = useShownText();
  const isHidden = useIsHidden(entry.event.actor);
  const [revealed, setRevealed] = useState(false);
  const t = laterTexts.people;
  if (!isHidden || revealed || !isTalk(entry.event)) return shown(entry.text);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-base text-soft italic">
      {t.hidden}
      <button
        type="button"
        className="min-h-6 rounded-md font-semibold not-italic underline underline-offset-2"
        onClick={() => setRevealed(true)}
      >
        {t.reveal}
      </button>
    </span>
  );
}

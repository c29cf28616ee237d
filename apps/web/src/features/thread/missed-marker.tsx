import Play from "lucide-react/icons/play";
import { countMissed, type MissedEvents } from "../../connection/missed-events";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";

interface MissedMarkerProps {
  missed: MissedEvents;
  /** Plays it on the board; null where the board as it was then is not held, or is being played already. */
  onPlay: (() => void) | null;
  onDismiss: () => void;
}

/** Where the part begins that passed without you. */
export function MissedMarker({ missed, onPlay, onDismiss }: MissedMarkerProps) {
  return (
    <li data-missed data-missed-marker className="thread-row">
      <span aria-hidden className="thread-node">
        <span className="size-4 rounded-full bg-missed-mark" />
      </span>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1.5 pr-3">
        <p className="min-w-32 flex-1 font-display text-base leading-tight font-bold text-missed">
          {missedWords(missed)}
        </p>
        <span className="flex shrink-0 gap-1.5">
          {onPlay && (
            <Button onClick={onPlay} className="min-h-9 px-3 text-sm">
              <Play aria-hidden size={15} /> {laterTexts.time.playback.start}
            </Button>
          )}
          <Button look="quiet" onClick={onDismiss} className="min-h-9 px-3 text-sm">
            {laterTexts.thread.gotIt}
          </Button>
        </span>
      </div>
    </li>
  );
}

export function missedWords(missed: MissedEvents): string {
  return laterTexts.thread.missed(countMissed(missed));
}

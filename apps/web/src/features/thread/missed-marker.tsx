import type { Missed } from "@rejoin/sync";
import { texts } from "../../texts/texts";
import { Button } from "../../ui/button";

interface MissedMarkerProps {
  missed: Missed;
  onDismiss: () => void;
}

/** Where the part begins that passed without you. */
export function MissedMarker({ missed, onDismiss }: MissedMarkerProps) {
  return (
    <li data-missed data-missed-marker className="thread-row">
      <span aria-hidden className="thread-node">
        <span className="size-4 rounded-full bg-missed-mark" />
      </span>
      <div className="flex items-center justify-between gap-x-3 py-1.5 pr-3">
        <p className="min-w-0 font-display text-base leading-tight font-bold text-missed">
          {missedWords(missed)}
        </p>
        <Button onClick={onDismiss} className="min-h-9 shrink-0 px-3 text-sm">
          {texts.thread.gotIt}
        </Button>
      </div>
    </li>
  );
}

export function missedWords({ from, to }: Missed): string {
  return texts.thread.missed(to - from + 1);
}

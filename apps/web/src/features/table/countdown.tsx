import { laterTexts } from "../../texts/later-texts";
import { useNow } from "../../ui/use-now";

interface CountdownProps {
  /** Milliseconds since 1970, by the server's clock. */
  startsAt: number;
  /** How long the whole countdown is, in milliseconds: this device's clock may differ from the server's. */
  lasts: number;
}

/** The seconds to the first move, big. */
export function Countdown({ startsAt, lasts }: CountdownProps) {
  const now = useNow(100);
  const left = Math.min(Math.max(startsAt - now, 1), lasts);
  const seconds = Math.ceil(left / 1000);
  return (
    <div
      role="timer"
      aria-label={laterTexts.table.countdown(seconds)}
      className="absolute inset-0 grid place-items-center"
    >
      <span
        key={seconds}
        aria-hidden
        className="grid size-40 animate-count place-items-center rounded-full bg-ink font-display text-8xl leading-none font-extrabold text-on-ink shadow-high"
      >
        {seconds}
      </span>
    </div>
  );
}

import { laterTexts } from "../texts/later-texts";
import { Mark } from "../ui/logo";

interface ReplayWaitingProps {
  fetched: number;
  /** How many there are; 0 while that is not known. */
  head: number;
}

/** A replay on its way, with how far it has come. */
export function ReplayWaiting({ fetched, head }: ReplayWaitingProps) {
  const t = laterTexts.time.replay;
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center">
      <span className="animate-breathe">
        <Mark size={56} />
      </span>
      <h1 className="font-display text-2xl font-bold">{t.opening}</h1>
      <p className="min-h-6 font-mono text-sm text-soft">{head > 0 && t.fetched(fetched, head)}</p>
    </main>
  );
}

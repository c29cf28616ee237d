import { laterTexts } from "../texts/later-texts";
import { Waiting } from "../ui/waiting";

interface ReplayWaitingProps {
  fetched: number;
  /** How many there are; 0 while that is not known. */
  head: number;
}

/** A replay on its way, with how far it has come. */
export function ReplayWaiting({ fetched, head }: ReplayWaitingProps) {
  const t = laterTexts.time.replay;
  return (
    <Waiting title={t.opening}>
      <p className="min-h-6 font-mono text-sm text-soft">{head > 0 && t.fetched(fetched, head)}</p>
    </Waiting>
  );
}

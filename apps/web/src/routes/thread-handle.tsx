import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import { laterTexts } from "../texts/later-texts";

interface ThreadHandleProps {
  open: boolean;
  /** How many events passed while this person was away: on a phone the little of the thread that shows may not say so. */
  missed: number;
  onToggle: () => void;
}

/** Head of the thread; on a phone also the handle that draws it over the board and back. */
export function ThreadHandle({ open, missed, onToggle }: ThreadHandleProps) {
  const Chevron = open ? ChevronDown : ChevronUp;
  return (
    <div className="relative flex min-h-11 items-center justify-between px-4 lg:min-h-16 lg:px-5">
      <h2 className="font-display text-lg font-bold lg:text-2xl">{laterTexts.thread.title}</h2>
      {missed > 0 && !open && (
        <span className="mr-auto ml-3 rounded-full bg-missed-wash px-2.5 py-0.5 text-sm font-bold text-missed lg:hidden">
          {laterTexts.thread.missedShort(missed)}
        </span>
      )}
      <button
        type="button"
        aria-expanded={open}
        aria-label={open ? laterTexts.thread.collapse : laterTexts.thread.expand}
        onClick={onToggle}
        className="-mr-2 grid size-11 place-items-center rounded-xl after:absolute after:inset-0 lg:hidden"
      >
        <Chevron aria-hidden size={22} />
      </button>
    </div>
  );
}

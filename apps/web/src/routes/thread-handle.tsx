import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import { texts } from "../texts/texts";

interface ThreadHandleProps {
  open: boolean;
  onToggle: () => void;
}

/** Head of the thread; on a phone also the handle that draws it over the board and back. */
export function ThreadHandle({ open, onToggle }: ThreadHandleProps) {
  const Chevron = open ? ChevronDown : ChevronUp;
  return (
    <div className="relative flex min-h-11 items-center justify-between px-4 lg:min-h-16 lg:px-5">
      <h2 className="font-display text-lg font-bold lg:text-2xl">{texts.thread.title}</h2>
      <button
        type="button"
        aria-expanded={open}
        aria-label={open ? texts.thread.collapse : texts.thread.expand}
        onClick={onToggle}
        className="-mr-2 grid size-11 place-items-center rounded-xl after:absolute after:inset-0 lg:hidden"
      >
        <Chevron aria-hidden size={22} />
      </button>
    </div>
  );
}

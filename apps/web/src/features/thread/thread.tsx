import ArrowDown from "lucide-react/icons/arrow-down";
import { useRoom } from "../../connection/room";
import { texts } from "../../texts/texts";
import { Button } from "../../ui/button";
import { ThreadList } from "./thread-list";
import { useAnnouncedEvents } from "./use-announced-events";
import { useEntries } from "./use-entries";
import { useThreadScroll } from "./use-thread-scroll";
import { useWindow } from "./use-window";
import "./thread.css";

/** The room's log as people read it, from the newest part upwards. Fills the height it is given. */
export function Thread() {
  const { view } = useRoom();
  const { entries, older } = useEntries();
  const { shown, more, showMore } = useWindow(entries, older);
  useAnnouncedEvents(entries);
  const { scroller, onScroll, unseen, toEnd } = useThreadScroll({
    firstSeq: shown[0]?.event.seq ?? 0,
    lastSeq: view.seq,
    pending: view.pending.length,
    missedFrom: view.missed?.from ?? null,
  });
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label={texts.thread.log}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
        className="absolute inset-0 flex flex-col overflow-y-auto overscroll-contain pb-1 [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        {more && (
          <div className="px-4 pb-2 text-center">
            <Button look="quiet" className="px-4 text-sm" disabled={older.loading} onClick={showMore}>
              {older.loading ? texts.thread.loadingEarlier : texts.thread.earlier}
            </Button>
          </div>
        )}
        <ThreadList entries={shown} />
      </div>
      {unseen > 0 && (
        <Button
          look="primary"
          onClick={toEnd}
          className="absolute bottom-3 left-1/2 min-h-10 -translate-x-1/2 animate-arrive rounded-full px-4 text-sm"
        >
          {texts.thread.newBelow(unseen)} <ArrowDown aria-hidden size={16} />
        </Button>
      )}
    </div>
  );
}

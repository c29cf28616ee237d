import ArrowDown from "lucide-react/icons/arrow-down";
import { useRoom } from "../../connection/room";
import { laterTexts } from "../../texts/later-texts";
import { shownSeq } from "../../time/moment";
import { useTime } from "../../time/time";
import { Button } from "../../ui/button";
import { useEntries } from "./entries";
import { ThreadList } from "./thread-list";
import { useAnnouncedEvents } from "./use-announced-events";
import { useThreadScroll } from "./use-thread-scroll";
import { useWindow } from "./use-window";
import "./thread.css";

/** The room's log as people read it, from the newest part upwards. Fills the height it is given. */
export function Thread() {
  const { view, older, missed } = useRoom();
  const entries = useEntries();
  const { moment } = useTime();
  const at = shownSeq(moment);
  const drawn = useWindow({ entries, older, missedFrom: missed?.from ?? null, at });
  const { shown, earlier, later } = drawn;
  useAnnouncedEvents(entries);
  const { scroller, onScroll, unseen, toEnd, readEarlier } = useThreadScroll({
    firstSeq: shown[0]?.event.seq ?? 0,
    lastSeq: view.seq,
    pending: view.pending.length,
    ledTo: drawn.ledTo,
    at,
    earlier,
    showEarlier: drawn.showEarlier,
    showLater: later ? drawn.showLater : null,
    hold: drawn.hold,
    follow: drawn.follow,
  });
  const awaited = earlier === "elsewhere" && older.loading;
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label={laterTexts.thread.log}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
        className="absolute inset-0 flex flex-col overflow-y-auto overscroll-contain pb-1 [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        {earlier !== "none" && (
          <div className="px-4 pb-2 text-center">
            <Button look="quiet" className="px-4 text-sm" disabled={awaited} onClick={readEarlier}>
              {awaited ? laterTexts.thread.loadingEarlier : laterTexts.thread.earlier}
            </Button>
          </div>
        )}
        <ThreadList entries={shown} at={at} />
      </div>
      {unseen > 0 && at === null && (
        <Button
          look="primary"
          onClick={toEnd}
          className="thread-new absolute bottom-3 left-1/2 min-h-10 -translate-x-1/2 animate-arrive rounded-full px-4 text-sm"
        >
          {laterTexts.thread.newBelow(unseen)} <ArrowDown aria-hidden size={16} />
        </Button>
      )}
    </div>
  );
}

import { useRef, useState } from "react";
import { countMissed } from "../connection/missed-events";
import type { OlderEvents } from "../connection/older-events";
import { useRoom } from "../connection/room";
import { isTurnOf } from "../connection/table-facts";
import { useAttention } from "../features/attention/use-attention";
import { useRoomSounds } from "../features/attention/use-room-sounds";
import { Composer } from "../features/chat/composer";
import { Controls } from "../features/controls/controls";
import { Playback } from "../features/playback/playback";
import { SeatsAround } from "../features/seats/seats";
import { Table } from "../features/table/table";
import { TableNotice } from "../features/table/table-notice";
import { EntriesProvider, useWords } from "../features/thread/entries";
import { Thread } from "../features/thread/thread";
import { BackToLive } from "../features/time-machine/back-to-live";
import { LookBack } from "../features/time-machine/look-back";
import { ShareReplay } from "../features/time-machine/share-replay";
import { TimeMachine } from "../features/time-machine/time-machine";
import { laterTexts } from "../texts/later-texts";
import { RoomTime } from "../time/room-time";
import { ShownRoom } from "../time/shown-room";
import { useTime } from "../time/time";
import type { Timeline } from "../time/timeline";
import { classNames } from "../ui/class-names";
import { RoomDialogs } from "./room-dialogs";
import { RoomHeader } from "./room-header";
import { ThreadHandle } from "./thread-handle";
import "./room.css";

/** The table and its thread: one above the other on a phone, side by side where there is room. */
export default function RoomPage() {
  return (
    <RoomTime>
      <EntriesProvider>
        <Page />
      </EntriesProvider>
    </RoomTime>
  );
}

function Page() {
  const { state, mySeat, missed: missedEvents } = useRoom();
  const [open, setOpen] = useState(false);
  const missed = missedEvents ? countMissed(missedEvents) : 0;
  useRoomSounds();
  useAttention({ title: state.title, yourTurn: isTurnOf(state, mySeat), missed });
  return (
    <div className="room" data-game={state.game}>
      <RoomHeader />
      <RoomDialogs />
      <main className="room-table grid content-start gap-2 px-3 pt-1 pb-2 sm:gap-3 sm:px-6 sm:pb-3 lg:[align-content:safe_center] lg:gap-6 lg:pb-8">
        <ShownRoom>
          <SeatsAround>
            <Table />
          </SeatsAround>
        </ShownRoom>
        <BelowBoard />
      </main>
      <section
        aria-label={laterTexts.thread.title}
        className={classNames("room-thread flex min-h-0 flex-col bg-raised", open && "room-thread-open")}
      >
        <ThreadHandle open={open} missed={missed} onToggle={() => setOpen(!open)} />
        <Thread />
        <div className="room-composer p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:p-3">
          <Composer />
        </div>
      </section>
    </div>
  );
}

/** What one may do at the table now; or, while one looks back, how to move in time. */
function BelowBoard() {
  const { older } = useRoom();
  const words = useWords();
  const { moment, timeline, toNow } = useTime();
  const wasBack = useRef(false);
  const cameBack = wasBack.current;
  wasBack.current = moment.kind !== "now";
  if (moment.kind === "playback" && timeline)
    return <Playback moment={moment} timeline={timeline} words={words} />;
  if (moment.kind === "past" && timeline) {
    return (
      <TimeMachine
        timeline={timeline}
        words={words}
        note={noteOn(timeline, older)}
        exits={<BackToLive />}
        onLeave={toNow}
      />
    );
  }
  return (
    <>
      <TableNotice />
      <Controls>
        <LookBack cameBack={cameBack} />
        <ShareReplay />
      </Controls>
    </>
  );
}

function noteOn({ first }: Timeline, { more, failed }: OlderEvents): string {
  const t = laterTexts.time;
  if (more) return failed ? t.earlierLate : t.loadingEarlier;
  return first > 1 ? `${t.noMoves} ${t.earlierGone}` : t.noMoves;
}

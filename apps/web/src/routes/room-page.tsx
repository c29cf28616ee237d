import { useRef, useState } from "react";
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
import { Thread } from "../features/thread/thread";
import { useEntries } from "../features/thread/use-entries";
import { wordsOf } from "../features/thread/words-of";
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
      <Page />
    </RoomTime>
  );
}

function Page() {
  const { state, mySeat, view } = useRoom();
  const [open, setOpen] = useState(false);
  const { entries, older } = useEntries();
  const missed = view.missed ? view.missed.to - view.missed.from + 1 : 0;
  useRoomSounds();
  useAttention({ title: state.title, yourTurn: isTurnOf(state, mySeat), missed });
  return (
    <div className="room">
      <RoomHeader />
      <RoomDialogs />
      <main className="room-table grid content-start gap-3 px-3 pt-1 pb-3 sm:px-6 lg:[align-content:safe_center] lg:gap-6 lg:pb-8">
        <ShownRoom>
          <SeatsAround>
            <Table />
          </SeatsAround>
        </ShownRoom>
        <BelowBoard words={wordsOf(entries)} />
      </main>
      <section
        aria-label={laterTexts.thread.title}
        className={classNames("room-thread flex min-h-0 flex-col bg-raised", open && "room-thread-open")}
      >
        <ThreadHandle open={open} missed={missed} onToggle={() => setOpen(!open)} />
        <Thread entries={entries} older={older} />
        <div className="room-composer p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:p-3">
          <Composer />
        </div>
      </section>
    </div>
  );
}

/** What one may do at the table now; or, while one looks back, how to move in time. */
function BelowBoard({ words }: { words: (seq: number) => string }) {
  const { older } = useRoom();
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

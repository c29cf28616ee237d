import { useState } from "react";
import { useRoom } from "../connection/room";
import { isTurnOf } from "../connection/table-facts";
import { useAttention } from "../features/attention/use-attention";
import { Composer } from "../features/chat/composer";
import { Controls } from "../features/controls/controls";
import { SeatsAround } from "../features/seats/seats";
import { Table } from "../features/table/table";
import { TableNotice } from "../features/table/table-notice";
import { Thread } from "../features/thread/thread";
import { texts } from "../texts/texts";
import { classNames } from "../ui/class-names";
import { RoomHeader } from "./room-header";
import { ThreadHandle } from "./thread-handle";
import "./room.css";

/** The table and its thread: one above the other on a phone, side by side where there is room. */
export default function RoomPage() {
  const { state, mySeat, view } = useRoom();
  const [open, setOpen] = useState(false);
  const missed = view.missed ? view.missed.to - view.missed.from + 1 : 0;
  useAttention({ title: state.title, yourTurn: isTurnOf(state, mySeat), missed });
  return (
    <div className="room">
      <RoomHeader />
      <main className="room-table grid content-start gap-3 px-3 pt-1 pb-3 sm:px-6 lg:content-center lg:gap-6 lg:pb-8">
        <SeatsAround>
          <Table />
        </SeatsAround>
        <TableNotice />
        <Controls />
      </main>
      <section
        aria-label={texts.thread.title}
        className={classNames("room-thread flex min-h-0 flex-col bg-raised", open && "room-thread-open")}
      >
        <ThreadHandle open={open} missed={missed} onToggle={() => setOpen(!open)} />
        <Thread />
        <div className="p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:p-3">
          <Composer />
        </div>
      </section>
    </div>
  );
}

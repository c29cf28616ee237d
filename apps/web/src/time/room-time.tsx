import { type ReactNode, useState } from "react";
import { useRoom } from "../connection/room";
import { type Moment, NOW } from "./moment";
import { TimeProvider } from "./time";
import { useRoomTimeline } from "./use-room-timeline";

/** Time at a table that one is at: now, unless one looks back. */
export function RoomTime({ children }: { children: ReactNode }) {
  const room = useRoom();
  const [wanted, want] = useState<Moment>(NOW);
  const timeline = useRoomTimeline(room, wanted.kind !== "now");
  return (
    <TimeProvider wanted={wanted} want={want} timeline={timeline} newest={room.view.seq}>
      {children}
    </TimeProvider>
  );
}

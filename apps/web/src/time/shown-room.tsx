import { refuse } from "@rejoin/protocol";
import { seatOf } from "@rejoin/rules/room";
import { type ReactNode, useMemo } from "react";
import { type Room, RoomContext, useRoom } from "../connection/room";
import { laterTexts } from "../texts/later-texts";
import type { Moment } from "./moment";
import { useTime } from "./time";
import type { Timeline } from "./timeline";

/** Shows the features below the room as it is at the moment that is looked at. They need not know which that is. */
export function ShownRoom({ children }: { children: ReactNode }) {
  const room = useRoom();
  const { moment, timeline } = useTime();
  const shown = useMemo(
    () => (timeline && moment.kind !== "now" ? roomAt(room, timeline, moment) : room),
    [room, timeline, moment],
  );
  return <RoomContext value={shown}>{children}</RoomContext>;
}

/** A room as it was at a moment. Nothing can be done there. */
export function roomAt(room: Room, timeline: Timeline, moment: Exclude<Moment, { kind: "now" }>): Room {
  const { seq } = moment;
  const state = timeline.at(seq);
  return {
    ...room,
    state,
    moment,
    mySeat: seatOf(state, room.me.id),
    log: room.log.slice(0, Math.max(0, seq + 1 - (room.log[0]?.seq ?? 1))),
    missed: moment.kind === "playback" ? moment.missed : null,
    view: { ...room.view, seq, state, pending: [] },
    send: () => Promise.resolve({ ok: false, refusal: refuse("wrong-phase", laterTexts.time.noMoves) }),
  };
}

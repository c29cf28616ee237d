import type { Player, RecordedEvent, RoomCommand } from "@rejoin/protocol";
import { type RoomState, seatOf } from "@rejoin/rules/room";
import type { CommandOutcome, RoomHandle, RoomView } from "@rejoin/sync";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Moment, NOW } from "../time/moment";
import { useClient } from "./client";
import { type MissedEvents, missedEvents } from "./missed-events";
import { type OlderEvents, useOlderEvents } from "./older-events";
import { serverTime } from "./server-time";
import { useMe } from "./session";
import { useSeen } from "./use-seen";
import { useShownView } from "./use-shown-view";

/** Holds a room by id or code while the caller is on the page; null until it is held. */
export function useRoomHandle(key: string): RoomHandle | null {
  const client = useClient();
  const [handle, setHandle] = useState<RoomHandle | null>(null);
  useEffect(() => {
    const opened = client.openRoom(key);
    setHandle(opened);
    return () => {
      setHandle(null);
      opened.release();
    };
  }, [client, key]);
  return handle;
}

/** A room that is held, as its features see it. */
export interface Room {
  view: RoomView;
  state: RoomState;
  /** Which moment of the log all of this is. Nothing can be done in the past. */
  moment: Moment;
  me: Player;
  /** Your seat, from 0, or null while you watch. */
  mySeat: number | null;
  /** What came before `view.events`. */
  older: OlderEvents;
  /** All that is held of the log: the older part, then `view.events`. */
  log: readonly RecordedEvent[];
  /** What was missed, until `dismissMissed`: `view.missed` without what you did yourself. */
  missed: MissedEvents | null;
  send: (command: RoomCommand) => Promise<CommandOutcome>;
  dismissMissed: () => void;
}

/** Given by `RoomProvider`, and by whatever shows a room otherwise: as it was, or as it ended. */
export const RoomContext = createContext<Room | null>(null);

interface RoomProviderProps {
  handle: RoomHandle;
  /** What to show while nothing is held yet, or when the room is refused. */
  without: (view: RoomView) => ReactNode;
  children: ReactNode;
}

/** Gives a room to the features below, as soon as its state is held. */
export function RoomProvider({ handle, without, children }: RoomProviderProps) {
  const view = useShownView(handle);
  const me = useMe();
  useSeen(handle, view);
  const lastAt = view.state?.lastAt;
  useEffect(() => {
    if (lastAt !== undefined) serverTime.heard(lastAt, Date.now());
  }, [lastAt]);
  const older = useOlderEvents(view);
  const room = useMemo(() => {
    if (!view.state || view.status.kind === "refused") return null;
    const log = [...older.events, ...view.events];
    return {
      view,
      state: view.state,
      moment: NOW,
      me,
      mySeat: seatOf(view.state, me.id),
      older,
      log,
      missed: missedEvents(view, log, me.id),
      send: (command: RoomCommand) => handle.send(command),
      dismissMissed: () => handle.dismissMissed(),
    };
  }, [handle, view, me, older]);
  if (!room) return without(view);
  return <RoomContext value={room}>{children}</RoomContext>;
}

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error("useRoom is called outside of RoomProvider");
  return room;
}

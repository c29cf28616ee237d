import { type Player, refuse } from "@rejoin/protocol";
import type { RoomView } from "@rejoin/sync";
import type { ReplayLog } from "../connection/replay-log";
import type { Room } from "../connection/room";
import { laterTexts } from "../texts/later-texts";
import { NOW } from "./moment";
import type { Timeline } from "./timeline";

/** Whoever watches a replay takes no part in it. */
const NOBODY: Player = { id: "", name: "", avatar: "" };

/** A room that is only read: the way it was when its log was fetched. */
export function replayedRoom({ head, base, events }: ReplayLog, timeline: Timeline): Room {
  const state = timeline.at(head);
  const view: RoomView = {
    status: { kind: "live" },
    room: null,
    epoch: null,
    seq: head,
    head,
    state,
    base,
    events,
    missed: null,
    pending: [],
  };
  return {
    view,
    state,
    moment: NOW,
    me: NOBODY,
    mySeat: null,
    older: { events: [], start: null, more: false, loading: false, failed: false, load: () => {} },
    log: events,
    missed: null,
    send: () =>
      Promise.resolve({ ok: false, refusal: refuse("wrong-phase", laterTexts.time.replay.noMoves) }),
    dismissMissed: () => {},
  };
}

import type { RoomHandle } from "../room-handle.js";
import type { RoomView } from "../views.js";
import { EPOCH, type RealLog, ROOM } from "./real-log.js";
import { Rig } from "./rig.js";

/** A rig with one room open on it, and the log that its server serves. */
export class Table extends Rig {
  readonly log: RealLog;
  readonly room: RoomHandle;

  constructor(log: RealLog, random?: () => number) {
    super(random);
    this.log = log;
    this.connect();
    this.room = this.client.openRoom(ROOM);
  }

  get view(): RoomView {
    return this.room.view.get();
  }

  /** Answers the latest join; what was missed has still to be sent. @param seen the server-held cursor */
  answerJoin(catchUp: "none" | "events" | "snapshot" = "snapshot", seen = this.log.head): this {
    const { epoch, head } = this.log;
    this.wire.now.last("room:join").answer({ ok: true, room: ROOM, epoch, head, catchUp, seen });
    return this;
  }

  answerCatchUp(catchUp: "none" | "events" | "snapshot" = "events"): void {
    const { epoch, head } = this.log;
    this.wire.now.last("room:catch-up").answer({ ok: true, room: ROOM, epoch, head, catchUp });
  }

  sendSnapshot(seq = this.log.head, reason: "joined" | "too-far" | "epoch-changed" = "joined"): this {
    const state = this.log.states[seq];
    this.wire.now.say("room:snapshot", { room: ROOM, epoch: this.log.epoch, seq, state, reason });
    return this;
  }

  /** Sends the events after `after`, up to and including `to`. */
  sendEvents(after: number, to = this.log.head, epoch = EPOCH): this {
    this.wire.now.say("room:events", { room: ROOM, epoch, events: this.log.after(after, to) });
    return this;
  }

  /** Joined, and level with the log. */
  static live(log: RealLog, random?: () => number): Table {
    return new Table(log, random).answerJoin().sendSnapshot();
  }
}

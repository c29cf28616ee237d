import { LIMITS, type ParsedPayload, type PlayerId, type Refusal, refuse } from "@rejoin/protocol";
import type { Clock } from "../clock.js";
import type { Sessions } from "../players/sessions.js";
import type { Cursors } from "../read-models/cursors.js";
import type { LiveRooms } from "../rooms/live-rooms.js";
import type { OpenOutcome, RoomOpener } from "../rooms/open-room.js";
import { order } from "../rooms/order.js";
import type { Room } from "../rooms/room.js";
import type { Answer, Handlers } from "./answer.js";
import type { LobbyMessage } from "./lobby-handlers.js";
import { busy } from "./messages-under-way.js";
import type { QuickPlayer } from "./quick-play.js";
import type { Limits } from "./rate-limits.js";
import type { FoundRoom, RoomFinder } from "./room-finder.js";
import type { Standstill } from "./standstill.js";
import { catchUpOf, Subscription, type SubscriptionPorts, startFor } from "./subscription.js";
import { actorOf, playerOf, type Visitor } from "./visitor.js";
import type { Watchers } from "./watchers.js";

export interface RoomHandlerParts {
  subscriptions: SubscriptionPorts;
  rooms: LiveRooms;
  finder: RoomFinder;
  opener: RoomOpener;
  quickPlayer: QuickPlayer;
  watchers: Watchers;
  cursors: Pick<Cursors, "of" | "move">;
  sessions: Pick<Sessions, "exists">;
  limits: Limits;
  clock: Clock;
  /** A number from 0 up to, not including, 1. */
  random: () => number;
  /** Whether this server is going away, and takes no new commands. */
  draining: () => boolean;
  /** Whether what arrives now may have waited for this process to go on. */
  standstill: Pick<Standstill, "isWaking">;
  /** Hears that a person has seen more of a room. */
  seen: (player: string, room: Room) => void;
  /** Hears of a catch-up that broke off. */
  failed: (event: string, error: unknown) => void;
}

type RoomHandlers = Omit<Handlers, LobbyMessage>;

/** What a connection may ask about rooms. */
export function roomHandlers(parts: RoomHandlerParts): RoomHandlers {
  const { opener, cursors, limits } = parts;
  return {
    async "room:create"(visitor, wanted) {
      const refusal = untimely(parts) ?? (await limits.opening(playerOf(visitor).id));
      if (refusal) return { ok: false, refusal };
      return awake(parts, await opener.open(actorOf(visitor), wanted));
    },

    async "lobby:quick-play"(visitor, wanted) {
      const refusal = untimely(parts) ?? (await limits.opening(playerOf(visitor).id));
      if (refusal) return { ok: false, refusal };
      return awake(parts, await parts.quickPlayer.play(actorOf(visitor), wanted));
    },

    async "room:join"(visitor, { room: key, after }) {
      const crowded = crowdRefusal(parts);
      if (crowded) return { ok: false, refusal: crowded };
      const found = await find(parts, visitor, key);
      if (!found.ok) return found;
      const { room } = found;
      const { id } = playerOf(visitor);
      await catchUpWith(room, after?.seq);
      const cursor = await cursors.of(id, room.id);
      const start = startFor(room, after, cursor, parts.subscriptions);
      if ("kind" in start && !cursor) await cursors.move(id, room.id, room.position.head);
      const answer = subscribe(parts, visitor, room, start);
      return answer.ok ? { ...answer, seen: Math.min(cursor || answer.head, answer.head) } : answer;
    },

    async "room:leave"(visitor, { room }) {
      const subscription = visitor.subscriptions.get(room);
      if (!subscription) return { ok: false, refusal: notJoined() };
      subscription.stop();
      visitor.unsubscribe(room);
      parts.watchers.left(visitor, room);
      return { ok: true };
    },

    "room:command"(visitor, { room: key, commandId, command }, answer) {
      const refusal = untimely(parts);
      if (refusal) return { ok: false, refusal };
      const room = visitor.subscriptions.get(key)?.room;
      if (!room || command.type === "invite")
        return commandElsewhere(parts, visitor, { room: key, commandId, command });
      room.take(order(actorOf(visitor), commandId, command), answer);
      return undefined;
    },

    async "room:catch-up"(visitor, { room: id, after }) {
      const room = visitor.subscriptions.get(id)?.room;
      const refusal = room ? crowdRefusal(parts) : notJoined();
      if (!room || refusal) return { ok: false, refusal: refusal ?? notJoined() };
      await catchUpWith(room, after.seq);
      return subscribe(parts, visitor, room, startFor(room, after, null, parts.subscriptions));
    },

    async "room:seen"(visitor, { room: id, seq }) {
      const room = visitor.subscriptions.get(id)?.room;
      if (!room) return { ok: false, refusal: notJoined() };
      await catchUpWith(room, seq);
      const { head } = room.position;
      if (seq > head)
        return {
          ok: false,
          refusal: refuse(
            "ahead-of-log",
            `The room's log ends at ${head}; you say that you have seen ${seq}.`,
          ),
        };
      await cursors.move(playerOf(visitor).id, id, seq);
      parts.seen(playerOf(visitor).id, room);
      return { ok: true };
    },
  };
}

/** A command for which something has to be looked up first: a room that the connection does not hear, or who is invited. */
async function commandElsewhere(
  parts: RoomHandlerParts,
  visitor: Visitor,
  { room: key, commandId, command }: ParsedPayload<"room:command">,
): Promise<Answer<"room:command">> {
  const heard = visitor.subscriptions.get(key)?.room;
  const found: FoundRoom = heard ? { ok: true, room: heard } : await find(parts, visitor, key);
  if (!found.ok) return found;
  if (command.type === "invite") {
    const refusal =
      (await parts.limits.inviting(playerOf(visitor).id)) ?? (await strangerRefusal(parts, command));
    if (refusal) return { ok: false, refusal };
  }
  return found.room.submit(order(actorOf(visitor), commandId, command));
}

/** Awake, a room is in the lobby at once. If that fails now, whoever joins wakes it. */
function awake({ rooms }: RoomHandlerParts, opened: OpenOutcome): OpenOutcome {
  if (opened.ok) void rooms.get(opened.room).catch(() => undefined);
  return opened;
}

function subscribe(
  parts: RoomHandlerParts,
  visitor: Visitor,
  room: Room,
  start: ReturnType<typeof startFor>,
): Answer<"room:catch-up"> {
  const { watchers } = parts;
  if (!("kind" in start)) return { ok: false, refusal: start };
  if (room.isRetired) return { ok: false, refusal: restored() };
  const held = visitor.subscriptions.get(room.id);
  // Nothing is awaited between counting and adding: of many joins at once each sees those before it.
  if (!held && visitor.subscriptions.size >= LIMITS.roomsPerSocket) return { ok: false, refusal: tooMany() };
  if (!held && !watchers.admits(visitor, room)) return { ok: false, refusal: crowdedTable() };
  held?.stop();
  const subscription = new Subscription(visitor.line, room, parts.subscriptions);
  visitor.subscribe(subscription);
  watchers.came(visitor, room.id);
  const { head } = room.position;
  // After the answer has been sent: the client knows what is coming before it comes.
  parts.clock.nextTurn(
    () => void subscription.run(start).catch((error: unknown) => parts.failed("catch-up", error)),
  );
  return { ok: true, room: room.id, epoch: room.epoch, head, catchUp: catchUpOf(start, head) };
}

function find({ finder }: RoomHandlerParts, visitor: Visitor, key: string): Promise<FoundRoom> {
  const { id } = playerOf(visitor);
  return finder.find(key, id, id);
}

/** Another server may have told a client of more than this one has read. */
async function catchUpWith(room: Room, seq = 0): Promise<void> {
  if (seq > room.position.head) await room.refresh();
}

/** Why nothing new may be done here now; null where it may. */
function untimely({ draining, standstill }: RoomHandlerParts): Refusal | null {
  if (draining())
    return refuse(
      "draining",
      "This server is being replaced. Connect again and repeat this with the same command id.",
      500,
    );
  if (standstill.isWaking)
    return refuse(
      "unavailable",
      "This server stood still for a while. Ask again with the same command id.",
      500,
    );
  return null;
}

/** When more wait to catch up than should, nobody else begins to. */
function crowdRefusal({ subscriptions, random }: RoomHandlerParts): Refusal | null {
  return subscriptions.catchUps.isFull ? busy(random) : null;
}

async function strangerRefusal(
  { sessions }: RoomHandlerParts,
  { player }: { player: PlayerId },
): Promise<Refusal | null> {
  return (await sessions.exists(player)) ? null : refuse("no-such-player", "There is no such player.");
}

function restored(): Refusal {
  return refuse("unavailable", "The room is being loaded again. Ask again in a moment.", 500);
}

function tooMany(): Refusal {
  return refuse("too-many-rooms", `A connection hears at most ${LIMITS.roomsPerSocket} rooms.`);
}

function crowdedTable(): Refusal {
  return refuse(
    "too-many-watchers",
    "As many people watch this table as may. Those who play there still get in.",
  );
}

function notJoined(): Refusal {
  return refuse("not-joined", "This connection does not hear that room. Join it first.");
}

import type { ClientMessageName, ClientPayload, Reply } from "../client-messages.js";
import type { Invitation } from "../invitation.js";
import type { Player } from "../person.js";
import type { RoomCommand } from "../room-command.js";
import type { RecordedEvent, RoomEvent } from "../room-event.js";
import type { MyRoom, RoomSummary } from "../room-summary.js";
import type { ServerMessageName, ServerPayload } from "../server-messages.js";

// One good value of everything that may be said. The types see to it that nothing is forgotten.

export const ROOM = "8c8be0d7-5f0c-4b4e-9f57-0d6f6f4f9a10";
export const ALICE: Player = { id: "1d6a3a3e-6f5c-4a3f-8a54-3c1c7e8b2f01", name: "Alice", avatar: "fox-7" };
const bob = "2e7b4b4f-7a6d-4b4a-9b65-4d2d8f9c3a02";
const by = { name: ALICE.name, avatar: ALICE.avatar };
const cursor = { epoch: "k3", seq: 7 };

export const summary: RoomSummary = {
  room: ROOM,
  code: "ABC234",
  title: "A table",
  game: "tic-tac-toe",
  visibility: "public",
  phase: "gathering",
  host: ALICE,
  seats: [ALICE, { ...ALICE, id: bob, bot: true }, null],
  head: 2,
  createdAt: 1_700_000_000_000,
};
export const ownRoom: MyRoom = { ...summary, seen: 1, yourTurn: false };

export const invitation: Invitation = {
  room: ROOM,
  code: "ABC234",
  title: "A table",
  game: "tic-tac-toe",
  by: ALICE,
  at: 1_700_000_000_000,
};

/** With every optional field, so that each is tried. */
export const commands: { [Type in RoomCommand["type"]]: Extract<RoomCommand, { type: Type }> } = {
  "take-seat": { type: "take-seat", seat: 1 },
  "seat-bot": { type: "seat-bot", seat: 1, strength: "hard" },
  "leave-seat": { type: "leave-seat" },
  ready: { type: "ready", ready: false },
  configure: { type: "configure", title: "Ours", visibility: "private", options: {}, seats: 2 },
  start: { type: "start" },
  move: { type: "move", move: { cell: 4 }, round: 2 },
  say: { type: "say", text: "Hello" },
  react: { type: "react", reaction: "👏" },
  invite: { type: "invite", player: bob },
  decline: { type: "decline" },
  kick: { type: "kick", player: bob, reason: "away" },
  mute: { type: "mute", player: bob, muted: false },
  "hand-over": { type: "hand-over", player: bob },
  resign: { type: "resign", round: 2 },
  rematch: { type: "rematch" },
  close: { type: "close" },
};

export const events: { [Type in RoomEvent["type"]]: Extract<RoomEvent, { type: Type }>["data"] } = {
  "room-created": {
    code: "ABC234",
    title: "A table",
    game: "tic-tac-toe",
    visibility: "public",
    options: {},
    seats: 2,
    timing: { countdownMs: 3_000, graceMs: 60_000, closeEmptyMs: 300_000, closeIdleMs: 3_600_000 },
    quick: { botAfterMs: 6_000 },
    by,
  },
  "seat-taken": { seat: 0, by },
  "bot-seated": { player: bob, seat: 1, strength: "easy", bot: { name: "Cog", avatar: "bot-1" }, by },
  "seat-left": { seat: 0, by },
  "ready-changed": { ready: true, by },
  configured: { title: "Ours", visibility: "private", options: {}, seats: 2, by },
  "countdown-started": { by },
  moved: { seat: 0, move: { cell: 4 }, by },
  said: { text: "Hello", by },
  reacted: { reaction: "👏", by },
  invited: { player: bob, by },
  declined: { by },
  kicked: { player: bob, seat: 1, reason: "away", by },
  muted: { player: bob, muted: true, by },
  "handed-over": { player: bob, by },
  resigned: { seat: 0, by },
  "rematch-wanted": { by },
  "room-closed": { reason: "host", by },
  "game-started": { setup: { players: [0, 1], first: 0 } },
  "player-dropped": { player: bob, seat: 1, until: 1_700_000_060_000 },
  "player-returned": { player: bob, seat: 1 },
  "player-gone": { player: bob, seat: 1 },
};

/** The events as a log would hold them. */
export const log: RecordedEvent[] = Object.entries(events).map(
  ([type, data], index) =>
    ({
      seq: index + 1,
      at: 1_700_000_000_000,
      actor: ALICE.id,
      commandId: `c-${index}`,
      type,
      data,
    }) as RecordedEvent,
);

const joined = { room: ROOM, epoch: "k3", head: 9, catchUp: "events" } as const;

export const said: { [Name in ClientMessageName]: { payload: ClientPayload<Name>; reply: Reply<Name> } } = {
  "lobby:join": { payload: {}, reply: { rooms: [summary], mine: [ownRoom] } },
  "lobby:leave": { payload: {}, reply: {} },
  "lobby:people": { payload: { name: "Ali" }, reply: { people: [ALICE] } },
  "lobby:quick-play": {
    payload: { commandId: "c-0", game: "tic-tac-toe" },
    reply: { room: ROOM, code: "ABC234" },
  },
  "me:join": { payload: {}, reply: { invitations: [invitation] } },
  "room:create": {
    payload: { commandId: "c-1", title: "A table", game: "tic-tac-toe", visibility: "public", options: {} },
    reply: { room: ROOM, code: "ABC234" },
  },
  "room:join": { payload: { room: ROOM, after: cursor }, reply: { ...joined, seen: 7 } },
  "room:leave": { payload: { room: ROOM }, reply: {} },
  "room:command": {
    payload: { room: ROOM, commandId: "c-2", command: { type: "take-seat" } },
    reply: { seq: 8 },
  },
  "room:catch-up": { payload: { room: ROOM, after: cursor }, reply: joined },
  "room:seen": { payload: { room: ROOM, seq: 7 }, reply: {} },
};

export const heard: { [Name in ServerMessageName]: ServerPayload<Name> } = {
  "room:events": { room: ROOM, epoch: "k3", events: log },
  "room:snapshot": { room: ROOM, epoch: "k3", seq: 7, state: { title: "A table" }, reason: "joined" },
  "room:heads": { heads: { [ROOM]: 9 } },
  "lobby:rooms": { changed: [summary], removed: [ROOM] },
  "me:invitations": { invitations: [invitation] },
  "me:rooms": { changed: [ownRoom], removed: [ROOM] },
  "message:refused": {
    event: "room:command",
    refusal: { code: "invalid-message", message: "No acknowledgement.", retryable: false },
  },
  "server:draining": { reconnectWithinMs: 5_000 },
};

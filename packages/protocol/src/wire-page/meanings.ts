import { LIMITS } from "../limits.js";
import type { RefusalCode } from "../refusal.js";
import type { RoomCommand } from "../room-command.js";
import type { RoomEventType } from "../room-event.js";

// What the schemas cannot say. The types see to it that nothing new is left without a meaning.

/** The event that an accepted command is recorded as. */
export const BECOMES: Record<RoomCommand["type"], RoomEventType> = {
  "take-seat": "seat-taken",
  "seat-bot": "bot-seated",
  "leave-seat": "seat-left",
  ready: "ready-changed",
  configure: "configured",
  start: "countdown-started",
  move: "moved",
  say: "said",
  react: "reacted",
  invite: "invited",
  decline: "declined",
  kick: "kicked",
  mute: "muted",
  "hand-over": "handed-over",
  resign: "resigned",
  rematch: "rematch-wanted",
  close: "room-closed",
};

export const REFUSAL_MEANINGS: Record<RefusalCode, string> = {
  unauthenticated: "There is no valid session.",
  "forbidden-origin": "The page that asks is not one that may.",
  "unsupported-version": "The server speaks another version of this protocol.",
  "no-such-transfer":
    "The code for moving a player to another device is unknown, used or expired; the text says which.",
  "unknown-event": "There is no such message, or it is not yours to send.",
  "invalid-message": "The message does not fit its schema; the text names the first fault.",
  "too-large": "Something is longer than it may be; the text names it.",
  "rate-limited": "Too much at once. Wait, and ask again.",
  "too-many-rooms": `A connection hears ${LIMITS.roomsPerSocket} rooms at most.`,
  "too-many-watchers": "As many people watch this table as may.",
  "too-many-connections": "You have as many connections as you may have.",
  "command-id-reused": "You have used this `commandId` in this room for another command.",
  "room-not-found": "There is no such room, or it is not for you: which of them is not told.",
  "not-joined": "This connection does not hear that room.",
  "ahead-of-log": "You say that you hold more than there is.",
  "room-closed": "The room is closed for good. Its log can still be read.",
  "unknown-game": "There is no such game.",
  "invalid-options": "The options do not fit the game.",
  "wrong-phase": "Not now: the room is not at that point.",
  "table-full": "Every seat is taken.",
  "seat-taken": "Somebody sits there.",
  "no-such-seat": "The table has fewer seats.",
  "already-seated": "There is a seat already.",
  "not-seated": "That is for those who sit at the table.",
  "not-host": "That is for the host.",
  "not-ready": "Somebody is not ready, or there are too few.",
  "no-such-player": "Nobody of that id is there.",
  "too-many-invitations":
    "As many people are invited as one table may have waiting, or as one person may invite to it in a minute.",
  "already-invited": "They are invited, and have not answered yet.",
  "not-invited": "You are not invited to this table.",
  declined: "They were invited to this table, and said that they will not come.",
  "game-over": "The game that it was for is over.",
  "not-your-turn": "It is somebody else's turn.",
  "illegal-move": "The rules of the game do not allow it, or it is no move of that game at all.",
  "no-bots": "The game is played by people only.",
  muted: "The host has muted you at this table.",
  "not-found": "There is nothing at that address.",
  draining: "This server is going away. Connect again.",
  unavailable: "The server cannot reach its database.",
  busy: "Too many ask at once. Ask again after `retryAfterMs`.",
  internal: "The server made a mistake. Ask again with the same `commandId`.",
};

export const LIMIT_MEANINGS: Record<keyof typeof LIMITS, string> = {
  nameLength: "characters of a player's name",
  avatarLength: "characters of an avatar's seed",
  titleLength: "characters of a room's title",
  messageLength: "characters of something said",
  reasonLength: "characters of the reason for a kick",
  gameJsonLength: "characters of a move or of options, as JSON",
  gameJsonDepth: "how deep a move or options may nest",
  packetBytes: "bytes of a packet; the connection of a larger one is closed",
  catchUpPage: "events in one `room:events` while catching up",
  replayPage: "events in one answer over HTTP",
  catchUpEvents: "events that you may be behind before you get a snapshot instead",
  directoryRooms: "rooms in the directory",
  lobbyPeople: "people that are named who are in the lobby",
  invitations: "invitations that are shown to one person, the newest",
  roomsPerSocket: "rooms that one connection hears",
  seats: "seats at a table",
  connectMs: "milliseconds from connecting to having joined the namespace",
};

import type { Person, PlayerId, Strength } from "@rejoin/protocol";
import { gameOf } from "../games/known-games.js";
import type { RoomState } from "./state.js";

/** A bot that has something to do in the game that is played. */
export interface BotMove {
  seat: number;
  strength: Strength;
  /** Who it is to the others. */
  person: Person;
  /** Milliseconds since 1970. A time that has passed means at once. */
  at: number;
}

/** What bots are called. More than a table has seats, so that no two at a table share a name. */
const NAMES = [
  "Abacus",
  "Bolt",
  "Cog",
  "Dynamo",
  "Flywheel",
  "Gizmo",
  "Lever",
  "Magnet",
  "Piston",
  "Ratchet",
  "Rivet",
  "Solder",
  "Spindle",
  "Sprocket",
  "Toggle",
  "Widget",
] as const;

/** The bot that acts next, or null where none of them has anything to do. */
export function nextBotMove(state: RoomState): BotMove | null {
  const { bot } = gameOf(state.game);
  const since = state.boardAt;
  if (!bot || since === null || state.phase.kind !== "playing") return null;
  const moves = state.seats.flatMap((held, seat): BotMove[] => {
    if (!held?.bot) return [];
    const at = bot.at(state.board, seat, held.bot, since);
    const person = { name: held.name, avatar: held.avatar };
    return at === null ? [] : [{ seat, strength: held.bot, person, at }];
  });
  return moves.reduce<BotMove | null>((first, next) => (first && first.at <= next.at ? first : next), null);
}

/**
 * Draws who a new bot is: an id of its own, which no person has, a name that nobody at the table has, and a face.
 *
 * @param seat where it will sit
 */
export function newBot(
  state: RoomState,
  seat: number,
  random: () => number,
): { player: PlayerId; bot: Person } {
  const taken = new Set(state.seats.map((held) => held?.name));
  const start = Math.floor(random() * NAMES.length);
  const names = [...NAMES.slice(start), ...NAMES.slice(0, start)];
  const name = names.find((one) => !taken.has(one)) ?? NAMES[0];
  return { player: drawId(seat, random), bot: { name, avatar: `bot-${digits(8, random)}` } };
}

/** A UUID of random digits. It ends with the seat, so that no two bots at a table share one, whatever is drawn. */
function drawId(seat: number, random: () => number): PlayerId {
  const part = (length: number): string => digits(length, random);
  const end = seat.toString(16).padStart(2, "0");
  return `${part(8)}-${part(4)}-4${part(3)}-8${part(3)}-${part(10)}${end}`;
}

function digits(length: number, random: () => number): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
}

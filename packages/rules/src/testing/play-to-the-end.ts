import fc from "fast-check";
import type { AnyGame } from "../game.js";
import { due } from "../room/due.js";
import { LiveRoom, type Step } from "./live-room.js";
import { movesOf } from "./moves.js";
import { alice, bob, carol, dave, type Somebody } from "./people.js";

const people = [alice, bob, carol, dave] as const;

/** No game that is played at random may be longer than this. */
const MOST_STEPS = 2_000;
const POOL = 20_000;

/** After so many moves that were not allowed, the game's bot is asked for one: few of all moves of chess are ever legal. */
const PATIENCE = 50;

/**
 * Plays a whole game, at a full table or with four people, each move a random legal one; what the game does by itself
 * happens now and then.
 */
export function playToTheEnd(game: AnyGame, seed: number, watch?: (step: Step) => void): LiveRoom {
  const random = randomFrom(seed);
  const room = new LiveRoom(game, watch, random);
  const seated = people.slice(0, game.seats.max);
  for (const who of seated) room.say(who, { type: "take-seat" });
  for (const who of seated) room.say(who, { type: "ready" });
  room.say(alice, { type: "start" });
  room.doNextByItself();
  const pool = poolOf(game);
  for (let step = 0; room.open.phase.kind === "playing"; step++) {
    if (step > MOST_STEPS) throw new Error(`${game.id} did not end within ${MOST_STEPS} steps`);
    if (random() > 0.25 || !moveByItself(room)) moveSomehow(game, room, seated, pool, random);
  }
  return room;
}

/** Plays a whole game of one person against bots at a full table. The person plays as an easy bot would. */
export function playBots(game: AnyGame, seed: number, watch?: (step: Step) => void): LiveRoom {
  const random = randomFrom(seed);
  const room = new LiveRoom(game, watch, random);
  room.say(alice, { type: "take-seat" });
  for (let seat = 1; seat < Math.min(game.seats.max, 4); seat++)
    room.say(alice, { type: "seat-bot", strength: seat % 2 === 0 ? "hard" : "easy" });
  room.say(alice, { type: "ready" });
  room.say(alice, { type: "start" });
  room.doNextByItself();
  for (let step = 0; room.open.phase.kind === "playing"; step++) {
    if (step > MOST_STEPS) throw new Error(`${game.id} did not end within ${MOST_STEPS} steps`);
    const view = game.viewState(room.open.board, 0);
    const isToMove = game.turn(room.open.board).includes(0);
    const move = isToMove ? game.bot?.move(view, 0, "easy", random) : undefined;
    const hasMoved = move !== undefined && room.say(alice, { type: "move", move }).ok;
    // Time goes on between two moves, also where one may move as often as one likes.
    if (!moveByItself(room) && !hasMoved) throw new Error(`${game.id} waits for nobody`);
  }
  return room;
}

function moveByItself(room: LiveRoom): boolean {
  if (due(room.open)?.command.type !== "move-by-itself") return false;
  room.doNextByItself();
  return true;
}

function moveSomehow(
  game: AnyGame,
  room: LiveRoom,
  seated: readonly Somebody[],
  pool: readonly unknown[],
  random: () => number,
): void {
  const turn = game.turn(room.open.board);
  const seat = turn[Math.floor(random() * turn.length)] ?? -1;
  const player = seated[seat];
  if (!player) throw new Error(`${game.id} goes on, but it is nobody's turn`);
  room.now += 1;
  const start = Math.floor(random() * pool.length);
  const order = [...pool.slice(start), ...pool.slice(0, start)];
  const isDone = (move: unknown): boolean => room.say(player, { type: "move", move }).ok;
  if (order.slice(0, PATIENCE).some(isDone)) return;
  const view = game.viewState(room.open.board, seat);
  if (game.bot && isDone(game.bot.move(view, seat, "easy", random))) return;
  if (order.slice(PATIENCE).some(isDone) || moveByItself(room)) return;
  throw new Error(`no legal move of ${game.id} was found among ${pool.length}`);
}

const pools = new Map<string, unknown[]>();

/** Different moves of a game in a fixed random order, legal or not: all of them, for a game with few. */
function poolOf(game: AnyGame): unknown[] {
  const known = pools.get(game.id);
  if (known) return known;
  const sampled = fc.sample(movesOf(game), { numRuns: POOL, seed: 1 });
  const pool = [...new Map(sampled.map((move) => [JSON.stringify(move), move])).values()];
  pools.set(game.id, pool);
  return pool;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

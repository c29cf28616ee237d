import { gameJson, type Strength } from "@rejoin/protocol";
import { expect } from "vitest";
import type { Bot, Game, Outcome } from "../game.js";
import { frozen } from "./frozen.js";
import { START } from "./history.js";
import { randomFrom } from "./play-to-the-end.js";

const MOST_STEPS = 3_000;

export interface BotTable<State, Move, Options> {
  /** Who sits where: by seat, from 0. */
  strengths: readonly Strength[];
  seed: number;
  round?: number;
  options?: Partial<Options>;
  /** How much too late everything is done, at the most, in milliseconds: servers are busy, or away. */
  late?: number;
  /** Where it is not the game's own. */
  bot?: Bot<State, Move>;
}

/**
 * Plays a game between bots as a room would: whoever is due next acts, and what the game itself does goes first once its
 * time has come. Checks that whatever a bot does is allowed and fits into a message, and that it asks for its turn by
 * nothing that its seat may not see.
 */
export function playBots<State, Move, Event, Setup, Options>(
  game: Game<State, Move, Event, Setup, Options>,
  table: BotTable<State, Move, Options>,
): { state: State; outcome: Outcome; moves: { seat: number; move: Move }[] } {
  const bot = table.bot ?? game.bot;
  if (!bot) throw new Error(`${game.id} has no bot`);
  const random = randomFrom(table.seed);
  const seats = table.strengths.map((_, seat) => seat);
  const options = game.options.parse(table.options ?? {});
  let state = frozen(game.start(game.setup({ seats, round: table.round ?? 0, options, now: START, random })));
  let now = START;
  let since = START;
  const moves: { seat: number; move: Move }[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    const outcome = game.outcome(state);
    if (outcome) return { state, outcome, moves };
    const own = game.due(state);
    const turns = seats.flatMap((seat) => {
      const strength = table.strengths[seat] ?? "easy";
      const at = bot.at(state, seat, strength, since);
      expect(bot.at(game.viewState(state, seat), seat, strength, since)).toBe(at);
      return at === null ? [] : [{ seat, strength, at }];
    });
    turns.sort((one, other) => one.at - other.at);
    const first = turns[0];
    const at = Math.min(own?.at ?? Number.POSITIVE_INFINITY, first?.at ?? Number.POSITIVE_INFINITY);
    if (!Number.isFinite(at)) throw new Error(`${game.id} waits for nothing`);
    now = Math.max(now, at) + Math.floor(random() * (table.late ?? 0));
    const isOwn = own !== null && own.at <= now;
    const seat = isOwn || !first ? null : first.seat;
    const move = isOwn || !first ? own?.move : botMove(game, bot, state, first, random);
    if (move === undefined) throw new Error(`${game.id} has nothing to do`);
    if (seat !== null) moves.push({ seat, move });
    const decision = game.decide(state, move, { seat, now, random });
    expect(decision).toMatchObject({ ok: true });
    if (!decision.ok) throw new Error(decision.refusal.message);
    expect(gameJson.parse(decision.event)).toEqual(decision.event);
    state = frozen(game.evolve(state, decision.event, { seat, at: now }));
    since = now;
  }
  throw new Error(`${game.id} did not end within ${MOST_STEPS} steps`);
}

function botMove<State, Move, Event, Setup, Options>(
  game: Game<State, Move, Event, Setup, Options>,
  bot: Bot<State, Move>,
  state: State,
  { seat, strength }: { seat: number; strength: Strength },
  random: () => number,
): Move {
  const move = bot.move(frozen(game.viewState(state, seat)), seat, strength, random);
  expect(gameJson.parse(move)).toEqual(move);
  expect(game.move.safeParse(move).success).toBe(true);
  return move;
}

/** Points of hard bots against easy ones: 1 for a win, a half for a draw; as a share of all games, seats taking turns. */
export function shareOfHard<State, Move, Event, Setup, Options>(
  game: Game<State, Move, Event, Setup, Options>,
  games: number,
  table: Omit<BotTable<State, Move, Options>, "strengths" | "seed"> = {},
): number {
  const points = Array.from({ length: games }, (_, index): number => {
    const hard = index % 2;
    const strengths: Strength[] = hard === 0 ? ["hard", "easy"] : ["easy", "hard"];
    const { outcome } = playBots(game, { ...table, strengths, seed: index + 1, round: index >> 1 });
    if (outcome.kind === "drawn" || outcome.seats.length > 1) return 0.5;
    return outcome.seats.includes(hard) ? 1 : 0;
  });
  return points.reduce((sum, point) => sum + point, 0) / games;
}

import type { PlayerId, RoomCommand } from "@rejoin/protocol";
import { type RoomState, seatOf, toMove } from "@rejoin/rules";
import { legalMoves } from "@rejoin/testkit";
import type { Seeded } from "../seeded.js";

/** Who decides what to do, and for what. */
export interface Chair {
  player: PlayerId;
  /** Whether they came to play, and not only to watch and talk. */
  plays: boolean;
  random: Seeded;
  /** Makes each word different from every other one. */
  word: () => string;
}

const REACTIONS = ["👍", "👏", "😂", "😮", "😢", "🔥", "🎉", "🤝"] as const;

/** What somebody does next at a table: mostly what the game asks of them, else they talk; now and then something odd. */
export function nextCommand(state: RoomState, chair: Chair): RoomCommand {
  const { random } = chair;
  if (random.chance(0.02)) return oddity(state, chair);
  if (chair.plays && random.chance(0.8)) {
    const duty = dutyOf(state, chair);
    if (duty) return duty;
  }
  return random.chance(0.1) ? { type: "react", reaction: random.pick(REACTIONS) } : say(chair);
}

function dutyOf(state: RoomState, { player, random }: Chair): RoomCommand | undefined {
  if (toMove(state).includes(player)) {
    const moves = legalMoves(state, player);
    if (moves.length > 0) return { type: "move", move: random.pick(moves) };
  }
  const seat = state.seats[seatOf(state, player) ?? -1];
  const isOver = state.phase.kind === "finished";
  if (state.phase.kind !== "gathering" && !isOver) return undefined;
  if (!seat) return state.seats.includes(null) || isOver ? { type: "take-seat" } : undefined;
  if (isOver) return { type: "rematch" };
  if (seat.ready) return undefined;
  return state.rounds > 0 ? { type: "rematch" } : { type: "ready", ready: true };
}

/** Mostly refused, as it should be; where it is allowed, the table has to live with it. */
function oddity(state: RoomState, { player, random, ...chair }: Chair): RoomCommand {
  const others = state.seats.flatMap((seat) => (seat && seat.player !== player ? [seat.player] : []));
  const oddities: RoomCommand[] = [
    { type: "move", move: { cell: random.between(-1, 9) } },
    { type: "move", move: { column: random.between(0, 6) } },
    { type: "ready", ready: false },
    { type: "resign" },
    { type: "start" },
    { type: "configure", title: `Table ${chair.word()}`.slice(0, 40) },
    ...(seatOf(state, player) !== null && random.chance(0.3) ? [{ type: "leave-seat" } as const] : []),
    ...others.map((other) => ({ type: "hand-over", player: other }) as const),
    ...others.map((other) => ({ type: "kick", player: other }) as const),
  ];
  return random.pick(oddities);
}

function say({ word }: Pick<Chair, "word">): RoomCommand {
  return { type: "say", text: word() };
}

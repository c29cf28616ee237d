import { type PlayerId, REACTIONS, type RoomCommand } from "@rejoin/protocol";
import { type RoomState, seatOf } from "@rejoin/rules";
import { type SeededRandom, whatIsNext } from "@rejoin/testkit";

/** Who decides what to do, and for what. */
export interface Chair {
  player: PlayerId;
  /** Whether they came to play, and not only to watch and talk. */
  plays: boolean;
  random: SeededRandom;
  /** Makes each word different from every other one. */
  word: () => string;
}

/** What somebody does next at a table: mostly what the game asks of them, else they talk; now and then something odd. */
export function nextCommand(state: RoomState, chair: Chair): RoomCommand {
  const { player, random } = chair;
  if (random.chance(0.02)) return oddity(state, chair);
  if (chair.plays && random.chance(0.8)) {
    const duty = startOf(state, player) ?? whatIsNext(state, player, random);
    if (duty) return duty;
  }
  return random.chance(0.1) ? { type: "react", reaction: random.pick(REACTIONS) } : say(chair);
}

/** Where there are more seats than people, the host starts as soon as all who sit are ready. */
function startOf({ phase, host, seats }: RoomState, player: PlayerId): RoomCommand | null {
  if (phase.kind !== "gathering" || host.id !== player) return null;
  const seated = seats.flatMap((seat) => seat ?? []);
  return seated.length > 1 && seated.every(({ ready }) => ready) ? { type: "start" } : null;
}

/** Mostly refused, as it should be; where it is allowed, the table has to live with it. */
function oddity(state: RoomState, { player, random, ...chair }: Chair): RoomCommand {
  const others = state.seats.flatMap((seat) => (seat && seat.player !== player ? [seat.player] : []));
  const oddities: RoomCommand[] = [
    { type: "move", move: { cell: random.whole(-1, 9) } },
    { type: "move", move: { column: random.whole(0, 6) } },
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

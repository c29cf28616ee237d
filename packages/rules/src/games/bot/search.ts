/** A position of a game for two that can be played forwards and backwards. Values are to whoever is to move. */
export interface Position<Move> {
  /** What may be tried from here, the most promising first. */
  moves(): Move[];
  /** The moves that must be looked at before a position is quiet enough to be judged. Left out where none is. */
  loudMoves?(): Move[];
  /** Plays a move. @returns false, with nothing changed, for one that turns out to be against the rules */
  play(move: Move): boolean;
  /** Takes the last move back. */
  takeBack(): void;
  /** What it is worth that the game is over here, or null where it goes on as long as there are moves. */
  ended(): number | null;
  /** What it is worth that there is no move. */
  stuck(): number;
  /** What the position looks to be worth, without looking ahead. */
  value(): number;
}

/** Worth more than anything that is not a win. A win that comes sooner is worth more. */
export const WIN = 1_000_000;

/** Better than a win, so that nothing is; and with a minus, worse than a loss. */
const BOUND = 2 * WIN;

/** How far a search may go: a number of half-moves, and a number of moves tried, whichever comes first. */
export interface Reach {
  depth: number;
  nodes: number;
}

interface Progress {
  left: number;
}

/**
 * The best of some moves: alpha-beta, deeper and deeper for as long as the nodes last. Of equals, the first.
 *
 * @param candidates moves of the position, of which at least one is within the rules
 */
export function bestMove<Move>(
  position: Position<Move>,
  candidates: readonly Move[],
  reach: Reach,
): Move | null {
  const progress = { left: reach.nodes };
  let ranked = candidates.map((move) => ({ move, value: 0 }));
  for (let depth = 1; depth <= reach.depth && progress.left > 0; depth++) {
    const weighed = weighForBest(position, ranked, depth, progress);
    ranked = weighed.sort((one, other) => other.value - one.value);
  }
  return ranked[0]?.move ?? null;
}

/** What each move is worth, looking `depth` half-moves ahead. Moves against the rules are left out. */
export function weigh<Move>(position: Position<Move>, depth: number): { move: Move; value: number }[] {
  const progress = { left: Number.POSITIVE_INFINITY };
  return position.moves().flatMap((move) => {
    if (!position.play(move)) return [];
    const value = -search(position, depth - 1, -BOUND, BOUND, progress);
    position.takeBack();
    return [{ move, value }];
  });
}

// A move that is not better than the best so far is only known not to be: it is put behind all that were better, in the
// order of the round before. When the nodes run out in the middle, what was found better by then still counts.
function weighForBest<Move>(
  position: Position<Move>,
  ranked: readonly { move: Move; value: number }[],
  depth: number,
  progress: Progress,
): { move: Move; value: number }[] {
  let alpha = -BOUND;
  return ranked.map(({ move }) => {
    if (progress.left <= 0 || !position.play(move)) return { move, value: -BOUND };
    const value = -search(position, depth - 1, -BOUND, -alpha, progress);
    position.takeBack();
    const isKnown = progress.left > 0;
    if (!isKnown || value <= alpha) return { move, value: -BOUND };
    alpha = value;
    return { move, value };
  });
}

function search<Move>(
  position: Position<Move>,
  depth: number,
  alpha: number,
  beta: number,
  progress: Progress,
): number {
  const ended = position.ended();
  if (ended !== null) return sooner(ended);
  if (depth <= 0) return settle(position, alpha, beta, progress);
  let floor = alpha;
  let hasMoved = false;
  for (const move of position.moves()) {
    if (progress.left <= 0) break;
    if (!position.play(move)) continue;
    hasMoved = true;
    progress.left -= 1;
    const value = -search(position, depth - 1, -beta, -floor, progress);
    position.takeBack();
    if (value > floor) floor = value;
    if (floor >= beta) break;
  }
  if (!hasMoved && progress.left > 0) return sooner(position.stuck());
  return sooner(floor);
}

// Each step back from a win makes it worth a little less, so that a nearer one is preferred and a loss is put off.
function sooner(value: number): number {
  if (value > WIN / 2) return value - 1;
  return value < -WIN / 2 ? value + 1 : value;
}

function settle<Move>(position: Position<Move>, alpha: number, beta: number, progress: Progress): number {
  const standing = position.value();
  if (!position.loudMoves || standing >= beta) return standing;
  let floor = Math.max(alpha, standing);
  for (const move of position.loudMoves()) {
    if (progress.left <= 0) break;
    if (!position.play(move)) continue;
    progress.left -= 1;
    const value = -settle(position, -beta, -floor, progress);
    position.takeBack();
    if (value > floor) floor = value;
    if (floor >= beta) break;
  }
  return floor;
}

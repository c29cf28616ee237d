import { formatCount, formatNames } from "../format";

const colours = { white: "White", black: "Black" };
const pieces = { p: "pawn", n: "knight", b: "bishop", r: "rook", q: "queen", k: "king" };
type Colour = keyof typeof colours;
type Kind = keyof typeof pieces;

export const chess = {
  colours,
  piece: (colour: Colour, kind: Kind) => `${colours[colour]} ${pieces[kind]}`,
  on: (piece: string, square: string) => `${piece} on ${square}`,
  empty: (square: string) => `${square}, empty`,
  selected: "chosen",
  target: "can go here",
  takes: "can be taken",
  check: "in check",
  last: "last move",
  chosen: (piece: string, targets: readonly string[]) =>
    targets.length === 0 ? `${piece} cannot move` : `${piece} can go to ${formatNames(targets)}`,
  put: "Put back",
  cannot: (from: string, to: string) => `The piece on ${from} cannot go to ${to}.`,
  youAreInCheck: "You are in check.",
  taken: (colour: Colour, kinds: readonly Kind[]) =>
    kinds.length === 0
      ? `${colours[colour]} has taken nothing`
      : `${colours[colour]} has taken ${formatNames(kinds.map((kind) => pieces[kind]))}`,
  ahead: (pawns: number) => `+${pawns}`,
  clock: (colour: Colour, minutes: number, seconds: number) =>
    `${colours[colour]}: ${formatCount(minutes, { one: "minute", other: "minutes" })} ${formatCount(seconds, { one: "second", other: "seconds" })} left`,
  secondsLeft: (seconds: number) => `You have ${seconds} seconds left.`,
  promote: (square: string) => `The pawn goes to ${square} and becomes a`,
  becomes: { q: "Queen", r: "Rook", b: "Bishop", n: "Knight" },
  cancelPromotion: "Not this move",
  offerDraw: "Offer a draw",
  offered: "You offered a draw",
  offers: (name: string) => `${name} offers a draw`,
  offersShort: "A draw?",
  acceptDraw: "Accept",
  declineDraw: "Decline",
  move: (from: string, to: string) => `moved ${from} to ${to}`,
  played: (san: string) => `played ${san}`,
  draw: { offer: "offered a draw", accept: "accepted the draw", decline: "declined the draw" },
  flagFell: (name: string) => `The time of ${name} was up`,
  ending: {
    checkmate: "checkmate",
    stalemate: "stalemate",
    "insufficient-material": "nobody could win any more",
    repetition: "the same position for the third time",
    "fifty-moves": "fifty moves without progress",
    agreement: "agreed",
    resignation: "by resignation",
    time: "on time",
  },
  options: {
    minutes: "Time for each",
    increment: "Added after each move",
    noClock: "No clock",
    inMinutes: (count: number) => formatCount(count, { one: "minute", other: "minutes" }),
    inSeconds: (count: number) => formatCount(count, { one: "second", other: "seconds" }),
  },
};

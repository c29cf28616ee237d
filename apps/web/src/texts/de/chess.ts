import { formatCount, formatNames } from "../format";
import type { LaterTexts } from "../later-texts";

const colours = { white: "Weiß", black: "Schwarz" };
const pieces = { p: "Bauer", n: "Springer", b: "Läufer", r: "Turm", q: "Dame", k: "König" };

export const chess: LaterTexts["chess"] = {
  colours,
  piece: (colour, kind) => `${pieces[kind]} (${colours[colour]})`,
  on: (piece, square) => `${piece} auf ${square}`,
  empty: (square) => `${square}, leer`,
  selected: "gewählt",
  target: "kann hierhin",
  takes: "kann geschlagen werden",
  check: "im Schach",
  last: "letzter Zug",
  chosen: (piece, targets) =>
    targets.length === 0 ? `${piece} kann nicht ziehen` : `${piece} kann nach ${formatNames(targets)}`,
  put: "Zurückgestellt",
  cannot: (from, to) => `Die Figur auf ${from} kann nicht nach ${to}.`,
  youAreInCheck: "Du stehst im Schach.",
  taken: (colour, kinds) =>
    kinds.length === 0
      ? `${colours[colour]} hat nichts geschlagen`
      : `${colours[colour]} hat geschlagen: ${formatNames(kinds.map((kind) => pieces[kind]))}`,
  ahead: (pawns) => `+${pawns}`,
  clock: (colour, minutes, seconds) =>
    `${colours[colour]}: noch ${formatCount(minutes, { one: "Minute", other: "Minuten" })} ${formatCount(seconds, { one: "Sekunde", other: "Sekunden" })}`,
  secondsLeft: (seconds) => `Du hast noch ${formatCount(seconds, { one: "Sekunde", other: "Sekunden" })}.`,
  promote: (square) => `Der Bauer zieht nach ${square} und wird`,
  becomes: { q: "Dame", r: "Turm", b: "Läufer", n: "Springer" },
  cancelPromotion: "Diesen Zug nicht",
  offerDraw: "Remis anbieten",
  offered: "Du hast Remis angeboten",
  offers: (name) => `${name} bietet Remis an`,
  offersShort: "Remis?",
  acceptDraw: "Annehmen",
  declineDraw: "Ablehnen",
  move: (from, to) => `hat von ${from} nach ${to} gezogen`,
  played: (san) => `hat ${san} gespielt`,
  draw: {
    offer: "hat Remis angeboten",
    accept: "hat das Remis angenommen",
    decline: "hat das Remis abgelehnt",
  },
  flagFell: (name) => `Die Zeit von ${name} ist abgelaufen`,
  ending: {
    checkmate: "Schachmatt",
    stalemate: "Patt",
    "insufficient-material": "niemand konnte mehr gewinnen",
    repetition: "dieselbe Stellung zum dritten Mal",
    "fifty-moves": "fünfzig Züge ohne Fortschritt",
    agreement: "vereinbart",
    resignation: "durch Aufgabe",
    time: "durch Zeit",
  },
  options: {
    minutes: "Zeit für jede Seite",
    increment: "Dazu nach jedem Zug",
    noClock: "Ohne Uhr",
    inMinutes: (count) => formatCount(count, { one: "Minute", other: "Minuten" }),
    inSeconds: (count) => formatCount(count, { one: "Sekunde", other: "Sekunden" }),
  },
};

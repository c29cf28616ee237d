import type { Texts } from "../texts";

export const games: Texts["games"] = {
  catalogue: {
    "tic-tac-toe": {
      name: "Drei gewinnt",
      rule: "Abwechselnd ein Feld besetzen. Drei eigene in einer Reihe gewinnen.",
    },
    "connect-four": {
      name: "Vier gewinnt",
      rule: "Abwechselnd Scheiben einwerfen. Vier eigene in einer Linie gewinnen, in jeder Richtung.",
    },
    chess: { name: "Schach", rule: "Setze den König matt, bevor deine Zeit abläuft." },
    "rock-paper-scissors": {
      name: "Schere, Stein, Papier",
      rule: "Alle wählen heimlich und zugleich. Für jeden, den du schlägst, gibt es einen Punkt; die meisten gewinnen.",
    },
    "draw-and-guess": {
      name: "Malen und raten",
      rule: "Eine Person malt ein geheimes Wort, die anderen raten. Je früher es erraten ist, desto mehr Punkte für beide.",
    },
  },
  cell: (row, column, content) => `Reihe ${row}, Spalte ${column}, ${content}`,
  empty: "leer",
  held: (piece, name) => `${piece}, ${name}`,
  waits: "noch nicht bestätigt",
  preparing: "Das Brett wird aufgebaut …",
  unknown: "Diese Seite kennt das Spiel noch nicht. Lade sie neu, um die neueste zu bekommen.",
  ticTacToe: {
    crosses: "Kreuze",
    noughts: "Kreise",
    move: (row, column) => `hat Reihe ${row}, Spalte ${column} gespielt`,
  },
  connectFour: {
    disc: (seat) => `Scheibe von Platz ${seat}`,
    move: (column) => `hat in Spalte ${column} geworfen`,
  },
  somebody: "jemand",
  move: "hat gezogen",
};

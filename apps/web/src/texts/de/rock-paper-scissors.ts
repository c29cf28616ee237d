import { formatCount, formatNames } from "../format";
import type { LaterTexts } from "../later-texts";

const hands = { rock: "Stein", paper: "Papier", scissors: "Schere" };

export const rockPaperScissors: LaterTexts["rockPaperScissors"] = {
  hands,
  buttons: hands,
  choose: "Wähle deine Hand",
  round: (round, rounds) => `Runde ${round} von ${rounds}`,
  playOff: "Stechen",
  secondsLeft: (seconds) => `noch ${formatCount(seconds, { one: "Sekunde", other: "Sekunden" })} zum Wählen`,
  timeIsUp: "Die Zeit ist um",
  thinking: "überlegt",
  sealed: "hat gewählt",
  looksOn: "in dieser Runde nicht dabei",
  left: "ist gegangen",
  nothing: "hat nichts gewählt",
  youChose: (hand) => `Du hast ${hands[hand]} gewählt`,
  waitingFor: (names) => `Es fehlt noch: ${formatNames(names)}`,
  showing: "Die Hände werden gezeigt …",
  chooseNow: "Wähle deine Hand",
  score: (count) => formatCount(count, { one: "Punkt", other: "Punkte" }),
  gained: (count) => `+${count}`,
  player: (name, hand, score) => `${name}: ${hand}, ${score}`,
  beats: {
    rock: "Stein schleift Schere",
    paper: "Papier wickelt Stein ein",
    scissors: "Schere schneidet Papier",
  },
  beatsNothing: "Jede Hand schlägt keine",
  same: (hand) => `Alle haben ${hands[hand]} gewählt: kein Punkt`,
  nobody: "Niemand hat gewählt",
  scorers: (gains) => gains.map(({ name, points }) => `${name} +${points}`).join(", "),
  reasons: (why) => why.join(". "),
  explained: (why, who) => `${why.join(". ")}: ${who}`,
  history: "Bisherige Runden",
  historyOf: (name) => `${name}, Runde für Runde`,
  inRound: (round, hand, points) => `Runde ${round}: ${hand}${points > 0 ? `, +${points}` : ""}`,
  chose: (hand) => `hat ${hands[hand]} gewählt`,
  choseSealed: "hat heimlich gewählt",
  options: {
    rounds: "Höchstens",
    seconds: "Zeit zum Wählen",
    inRounds: (count) => formatCount(count, { one: "Runde", other: "Runden" }),
    inSeconds: (count) => formatCount(count, { one: "Sekunde", other: "Sekunden" }),
  },
};

import { formatCount, formatNames } from "../format";

const hands = { rock: "rock", paper: "paper", scissors: "scissors" };
type Hand = keyof typeof hands;

export const rockPaperScissors = {
  hands,
  buttons: { rock: "Rock", paper: "Paper", scissors: "Scissors" },
  choose: "Choose your hand",
  round: (round: number, rounds: number) => `Round ${round} of ${rounds}`,
  playOff: "Play-off",
  secondsLeft: (seconds: number) => `${formatCount(seconds, { one: "second", other: "seconds" })} to choose`,
  timeIsUp: "Time is up",
  thinking: "thinking",
  sealed: "has chosen",
  looksOn: "not in this round",
  left: "left the game",
  nothing: "chose nothing",
  youChose: (hand: Hand) => `You chose ${hands[hand]}`,
  waitingFor: (names: readonly string[]) => `Waiting for ${formatNames(names)}`,
  showing: "Hands are shown…",
  chooseNow: "Choose your hand",
  score: (count: number) => formatCount(count, { one: "point", other: "points" }),
  gained: (count: number) => `+${count}`,
  player: (name: string, hand: string, score: string) => `${name}: ${hand}, ${score}`,
  beats: { rock: "Rock blunts scissors", paper: "Paper wraps rock", scissors: "Scissors cut paper" },
  beatsNothing: "Any hand beats none",
  same: (hand: Hand) => `All chose ${hands[hand]}: nobody scores`,
  nobody: "Nobody chose",
  scorers: (gains: readonly { name: string; points: number }[]) =>
    gains.map(({ name, points }) => `${name} +${points}`).join(", "),
  reasons: (why: readonly string[]) => why.join(". "),
  explained: (why: readonly string[], who: string) => `${why.join(". ")}: ${who}`,
  history: "Rounds so far",
  historyOf: (name: string) => `${name}, round by round`,
  inRound: (round: number, hand: string, points: number) =>
    `Round ${round}: ${hand}${points > 0 ? `, +${points}` : ""}`,
  chose: (hand: Hand) => `chose ${hands[hand]}`,
  choseSealed: "chose in secret",
  options: {
    rounds: "Best of",
    seconds: "Time to choose",
    inRounds: (count: number) => formatCount(count, { one: "round", other: "rounds" }),
    inSeconds: (count: number) => formatCount(count, { one: "second", other: "seconds" }),
  },
};

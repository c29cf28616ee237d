import { chess } from "./en/chess";
import { devices } from "./en/devices";
import { drawAndGuess } from "./en/draw-and-guess";
import { invitations } from "./en/invitations";
import { lab } from "./en/lab";
import { people } from "./en/people";
import { rockPaperScissors } from "./en/rock-paper-scissors";
import { settings } from "./en/settings";
import { table } from "./en/table";
import { thread } from "./en/thread";
import { time } from "./en/time";

const en = {
  chess,
  devices,
  drawAndGuess,
  invitations,
  lab,
  people,
  rockPaperScissors,
  settings,
  table,
  thread,
  time,
};

/** What only those parts of the page say that the lobby's first load does without. To be imported by no other. */
export type LaterTexts = typeof en;

/** In the language that was chosen, once such a part is there: each waits for its words. */
export let laterTexts: LaterTexts = en;

/** Says these in other words from now on. */
export function speakLater(chosen: LaterTexts): void {
  laterTexts = chosen;
}

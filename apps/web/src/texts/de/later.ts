import type { LaterTexts } from "../later-texts";
import { chess } from "./chess";
import { devices } from "./devices";
import { drawAndGuess } from "./draw-and-guess";
import { invitations } from "./invitations";
import { lab } from "./lab";
import { people } from "./people";
import { rockPaperScissors } from "./rock-paper-scissors";
import { settings } from "./settings";
import { table } from "./table";
import { thread } from "./thread";
import { time } from "./time";

/** The rest of what the page says, in German. */
export const laterTexts: LaterTexts = {
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

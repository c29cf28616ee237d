import { commands } from "./en/commands";
import { common } from "./en/common";
import { connection } from "./en/connection";
import { games } from "./en/games";
import { identity, theme } from "./en/identity";
import { lobby } from "./en/lobby";
import { refusals } from "./en/refusals";
import { refused } from "./en/refused";
import { room } from "./en/room";

const en = {
  commands,
  common,
  connection,
  games,
  identity,
  lobby,
  refusals,
  refused,
  room,
  theme,
};

/** What the page says from its first moment. Another language is another object of this type. */
export type Texts = typeof en;

/** In the language that was chosen, once the page has begun. */
export let texts: Texts = en;

/** Says everything in other words from now on. To be done before anything is rendered. */
export function speak(chosen: Texts): void {
  texts = chosen;
}

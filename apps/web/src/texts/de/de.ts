import type { Texts } from "../texts";
import { commands } from "./commands";
import { common } from "./common";
import { connection } from "./connection";
import { games } from "./games";
import { identity, theme } from "./identity";
import { lobby } from "./lobby";
import { refusals } from "./refusals";
import { refused } from "./refused";
import { room } from "./room";

/** What the page says from its first moment, in German. What is missing does not compile. */
export const texts: Texts = {
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

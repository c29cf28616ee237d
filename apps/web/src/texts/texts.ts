import { common } from "./en/common";
import { connection } from "./en/connection";
import { games } from "./en/games";
import { identity, theme } from "./en/identity";
import { lobby } from "./en/lobby";
import { refused } from "./en/refused";
import { room } from "./en/room";
import { thread } from "./en/thread";

const en = { common, connection, games, identity, lobby, refused, room, theme, thread };

/** Everything the page says. Another language is another object of this type, and a choice here. */
export type Texts = typeof en;

export const texts: Texts = en;

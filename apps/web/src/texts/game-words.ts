import { findEntry } from "@rejoin/rules/room";
import { texts } from "./texts";

/** What a game is called in the language that is spoken. One that this page is too old to know goes by its id. */
export function gameName(id: string): string {
  return texts.games.catalogue[id]?.name ?? findEntry(id)?.name ?? id;
}

/** Its rules in one line. */
export function gameRule(id: string): string {
  return texts.games.catalogue[id]?.rule ?? findEntry(id)?.rule ?? "";
}

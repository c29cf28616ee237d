import type { PlayerId } from "@rejoin/protocol";
import { hiddenPlayers } from "../settings/settings";
import { useSetting } from "../settings/use-setting";

/** With more, those who were hidden first are shown again. */
const MOST_HIDDEN = 500;

/** Hides what somebody writes from this person only, or shows it again. Nobody else learns of it. */
export function hidePlayer(player: PlayerId, hide: boolean): void {
  const others = hiddenPlayers.get().filter((one) => one !== player);
  hiddenPlayers.set(hide ? [...others, player].slice(-MOST_HIDDEN) : others);
}

export function isHidden(player: string): boolean {
  return hiddenPlayers.get().includes(player);
}

/** @param player an id, or another actor of a room's events */
export function useIsHidden(player: string): boolean {
  const [hidden] = useSetting(hiddenPlayers);
  return hidden.includes(player);
}

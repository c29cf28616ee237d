import type { Refusal, RoomCommand } from "@rejoin/protocol";
import { gameOf } from "../../games/known-games.js";
import type { Asker } from "../decide.js";
import { accepted, type Decision, refused } from "../decision.js";
import { playingSeatOf, type RoomState } from "../state.js";

export function decideSay(state: RoomState, text: string, { id, by }: Asker): Decision {
  if (state.muted.includes(id)) return muted();
  const refusal = giveawayIn(state, id, text);
  return refusal ? { ok: false, refusal } : accepted({ type: "said", data: { text, by } });
}

export function decideReact(
  state: RoomState,
  { reaction }: Extract<RoomCommand, { type: "react" }>,
  { id, by }: Asker,
): Decision {
  if (state.muted.includes(id)) return muted();
  return accepted({ type: "reacted", data: { reaction, by } });
}

/** Who plays may know what the others must find out: the game says whether talking now would give it away. */
function giveawayIn(state: RoomState, id: string, text: string): Refusal | null {
  const seat = playingSeatOf(state, id);
  if (state.phase.kind !== "playing" || seat === null) return null;
  return gameOf(state.game).refuseTalk?.(state.board, seat, text) ?? null;
}

function muted() {
  return refused("muted", "The host has muted you at this table.");
}

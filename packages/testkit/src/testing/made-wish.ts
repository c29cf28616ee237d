import type { Json, RoomCommand } from "@rejoin/protocol";
import { legalMoves } from "../play-out.js";
import type { MadeClient } from "./made-client.js";

/**
 * What somebody wants next: mostly a move where one is legal, some talk, and now and then what is not allowed.
 *
 * @param random from 0 up to, not including, 1
 * @param word what they would say
 */
export function madeWish(client: MadeClient, random: () => number, word: string): RoomCommand {
  const moves = client.state ? movesOf(client, random) : [];
  const chance = random();
  if (moves.length > 0 && chance < 0.5) return { type: "move", move: pickFrom(moves, random) };
  if (chance < 0.6) return { type: "say", text: word };
  if (chance < 0.62) return { type: "resign" };
  return pickFrom<RoomCommand>(
    [
      { type: "take-seat" },
      { type: "ready", ready: true },
      { type: "react", reaction: "👍" },
      { type: "rematch" },
      { type: "move", move: { cell: 4 } },
    ],
    random,
  );
}

/** @param random as above */
export function pickFrom<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

function movesOf({ state, player }: MadeClient, random: () => number): Json[] {
  if (state?.phase.kind !== "playing") return [];
  if (state.game === "hidden-numbers") return [{ choose: Math.floor(random() * 100) }];
  return legalMoves(state, player);
}

import { gameJson, parse } from "@rejoin/protocol";
import { findGame } from "../../games/known-games.js";
import { accepted, type DecideContext, type Decision, type OpenRoom, refused } from "../decision.js";
import type { RoomState } from "../state.js";

export function decideOpen(state: RoomState | null, command: OpenRoom, { actor }: DecideContext): Decision {
  if (state) return refused("wrong-phase", "This room is open already.");
  if (actor.kind === "room") return refused("unauthenticated", "A room is opened by a player.");
  const game = findGame(command.game);
  if (!game) return refused("unknown-game", `There is no game called ${JSON.stringify(command.game)}.`);
  const options = parse(game.options, command.options);
  if (!options.ok)
    return refused("invalid-options", `The options do not fit ${game.name}: ${options.refusal.message}`);
  const { code, title, visibility, timing, quick } = command;
  return accepted({
    type: "room-created",
    data: {
      code,
      title,
      game: game.id,
      visibility,
      options: gameJson.parse(options.value),
      seats: game.seats.max,
      timing,
      ...(quick && { quick }),
      by: actor.person,
    },
  });
}

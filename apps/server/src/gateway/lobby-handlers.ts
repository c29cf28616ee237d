import type { Directory } from "../read-models/directory.js";
import type { Handlers } from "./answer.js";
import { channels } from "./hub.js";
import { playerOf } from "./visitor.js";

/** What a connection may ask about the lobby. */
export function lobbyHandlers(
  directory: Pick<Directory, "publicRooms" | "ownRooms">,
): Pick<Handlers, "lobby:join" | "lobby:leave"> {
  return {
    async "lobby:join"(visitor) {
      const { id } = playerOf(visitor);
      // Hear first, then read: what changes in between comes twice, and the higher head is the newer one.
      for (const channel of [channels.lobby, channels.player(id)]) visitor.line.hear(channel);
      const [rooms, mine] = await Promise.all([directory.publicRooms(), directory.ownRooms(id)]);
      return { ok: true, rooms, mine };
    },

    async "lobby:leave"(visitor) {
      const { id } = playerOf(visitor);
      for (const channel of [channels.lobby, channels.player(id)]) visitor.line.stopHearing(channel);
      return { ok: true };
    },
  };
}

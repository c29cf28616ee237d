import type { Directory } from "../read-models/directory.js";
import type { Handlers } from "./answer.js";
import { channels, playerOf } from "./visitor.js";

/** What a connection may ask about the lobby. */
export function lobbyHandlers(directory: Directory): Pick<Handlers, "lobby:join" | "lobby:leave"> {
  return {
    async "lobby:join"(visitor) {
      const { id } = playerOf(visitor);
      // Hear first, then read: what changes in between comes twice, and the higher head is the newer one.
      await visitor.socket.join([channels.lobby, channels.player(id)]);
      const [rooms, mine] = await Promise.all([directory.publicRooms(), directory.ownRooms(id)]);
      return { ok: true, rooms, mine };
    },

    async "lobby:leave"(visitor) {
      const { id } = playerOf(visitor);
      await visitor.socket.leave(channels.lobby);
      await visitor.socket.leave(channels.player(id));
      return { ok: true };
    },
  };
}

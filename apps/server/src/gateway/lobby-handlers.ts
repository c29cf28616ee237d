import type { LobbyLists } from "../read-models/lobby-lists.js";
import type { Handlers } from "./answer.js";
import { channels } from "./hub.js";
import type { LobbyNews } from "./lobby-news.js";
import { playerOf } from "./visitor.js";

/** What a connection may ask about the lobby. */
export function lobbyHandlers(
  lists: Pick<LobbyLists, "publicRooms" | "ownRooms">,
  news: LobbyNews,
): Pick<Handlers, "lobby:join" | "lobby:leave"> {
  return {
    async "lobby:join"(visitor) {
      const { id } = playerOf(visitor);
      // Hear first, then read: what changes in between comes twice, and the higher head is the newer one.
      for (const channel of [channels.lobby, channels.player(id)]) visitor.line.hear(channel);
      const [rooms, mine] = await Promise.all([lists.publicRooms(), lists.ownRooms(id)]);
      news.entered(id, rooms, mine);
      return { ok: true, rooms, mine };
    },

    async "lobby:leave"(visitor) {
      const { id } = playerOf(visitor);
      for (const channel of [channels.lobby, channels.player(id)]) visitor.line.stopHearing(channel);
      return { ok: true };
    },
  };
}

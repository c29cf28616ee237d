import type { LobbyLists } from "../read-models/lobby-lists.js";
import type { Handlers } from "./answer.js";
import { channels } from "./hub.js";
import type { InvitationFeed } from "./invitation-feed.js";
import type { LobbyNews } from "./lobby-news.js";
import type { LobbyPeople } from "./lobby-people.js";
import { playerOf } from "./visitor.js";

/** The messages about the lobby, and about one's own part in it. */
export type LobbyMessage = "lobby:join" | "lobby:leave" | "lobby:people" | "me:join";

/** What a connection may ask about the lobby. */
export function lobbyHandlers(
  lists: Pick<LobbyLists, "publicRooms" | "ownRooms">,
  news: LobbyNews,
  people: Pick<LobbyPeople, "came" | "find">,
  invitations: Pick<InvitationFeed, "enter">,
): Pick<Handlers, LobbyMessage> {
  return {
    async "lobby:join"(visitor) {
      const { id } = playerOf(visitor);
      // Hear first, then read: what changes in between comes twice, and the higher head is the newer one.
      for (const channel of [channels.lobby, channels.player(id)]) visitor.line.hear(channel);
      const [rooms, mine] = await Promise.all([lists.publicRooms(), lists.ownRooms(id)]);
      news.entered(id, rooms, mine);
      people.came(id);
      return { ok: true, rooms, mine };
    },

    async "lobby:people"(visitor, { name = "" }) {
      return { ok: true, people: await people.find(name, playerOf(visitor).id) };
    },

    async "me:join"(visitor) {
      const { id } = playerOf(visitor);
      // As above: what is told before the answer is told again with it, or after it.
      visitor.line.hear(channels.guest(id));
      return { ok: true, invitations: [...(await invitations.enter(id))] };
    },

    async "lobby:leave"(visitor) {
      const { id } = playerOf(visitor);
      for (const channel of [channels.lobby, channels.player(id)]) visitor.line.stopHearing(channel);
      return { ok: true };
    },
  };
}

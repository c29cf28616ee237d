import { LIMITS, type Player, type PlayerId } from "@rejoin/protocol";
import type { LobbyLists } from "../read-models/lobby-lists.js";
import type { Handlers } from "./answer.js";
import { channels, type Hub } from "./hub.js";
import type { LobbyNews } from "./lobby-news.js";
import { playerOf } from "./visitor.js";

/** What a connection may ask about the lobby. */
export function lobbyHandlers(
  lists: Pick<LobbyLists, "publicRooms" | "ownRooms">,
  news: LobbyNews,
  hub: Pick<Hub, "lines">,
): Pick<Handlers, "lobby:join" | "lobby:leave" | "lobby:people"> {
  return {
    async "lobby:join"(visitor) {
      const { id } = playerOf(visitor);
      // Hear first, then read: what changes in between comes twice, and the higher head is the newer one.
      for (const channel of [channels.lobby, channels.player(id)]) visitor.line.hear(channel);
      const [rooms, mine] = await Promise.all([lists.publicRooms(), lists.ownRooms(id)]);
      news.entered(id, rooms, mine);
      return { ok: true, rooms, mine };
    },

    async "lobby:people"(visitor) {
      return { ok: true, people: peopleBeside(playerOf(visitor).id, hub) };
    },

    async "lobby:leave"(visitor) {
      const { id } = playerOf(visitor);
      for (const channel of [channels.lobby, channels.player(id)]) visitor.line.stopHearing(channel);
      return { ok: true };
    },
  };
}

/** Those in the lobby of this server, each once however many tabs they have, those who came last first. */
function peopleBeside(player: PlayerId, hub: Pick<Hub, "lines">): Player[] {
  const people = new Map<PlayerId, Player>();
  for (const line of hub.lines(channels.lobby)) people.set(line.player.id, line.player);
  people.delete(player);
  const named = [...people.values()].map(({ id, name, avatar }) => ({ id, name, avatar }));
  return named.slice(-LIMITS.lobbyPeople).reverse();
}

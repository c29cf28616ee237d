import type { MyRoom, ParsedPayload, QuickPlay, RoomSummary } from "@rejoin/protocol";
import { type Actor, findGame, isSomebodyHere, type RoomState } from "@rejoin/rules";
import type { LobbyLists } from "../read-models/lobby-lists.js";
import type { LiveRooms } from "../rooms/live-rooms.js";
import type { OpenOutcome, RoomOpener } from "../rooms/open-room.js";

export interface QuickPlayPorts {
  lists: Pick<LobbyLists, "publicRooms" | "ownRooms">;
  rooms: Pick<LiveRooms, "get">;
  opener: RoomOpener;
  /** What the tables that are opened live by. */
  quick: QuickPlay;
}

/** Tables that are looked at before one is opened instead. */
const MOST_LOOKED_AT = 20;

/**
 * Brings somebody who wants to play to a table: to one of their own that quick play opened and that still gathers, so that
 * asking twice opens one table; to that at which somebody has waited longest; or to a new one, which is the same for all who
 * want one at the same moment. Nobody's seat is taken here, so of many who are sent to the same table some may find it full,
 * and ask again.
 */
export class QuickPlayer {
  readonly #ports: QuickPlayPorts;

  constructor(ports: QuickPlayPorts) {
    this.#ports = ports;
  }

  /** Rejects with `LogUnavailable`. */
  async play(
    creator: Extract<Actor, { kind: "player" }>,
    { commandId, game }: ParsedPayload<"lobby:quick-play">,
  ): Promise<OpenOutcome> {
    const found = (await this.#own(creator.id, game)) ?? (await this.#waiting(game));
    if (found) return { ok: true, room: found.room, code: found.code };
    const { opener, quick } = this.#ports;
    const title = findGame(game)?.name ?? game;
    return opener.open(creator, { commandId, title, game, visibility: "public", quick });
  }

  async #own(player: string, game: string): Promise<MyRoom | null> {
    const own = await this.#ports.lists.ownRooms(player);
    const gathering = own.filter((room) => room.game === game && room.phase === "gathering");
    return this.#first(gathering, ({ quick, seats, host }) => {
      const sitsHere = seats.some((seat) => seat?.player === player);
      return quick !== null && (sitsHere || (host.id === player && seats.includes(null)));
    });
  }

  async #waiting(game: string): Promise<RoomSummary | null> {
    const tables = await this.#ports.lists.publicRooms();
    const open = tables.filter((room) => room.game === game && isGathering(room));
    return this.#first(open, (state) => isSomebodyHere(state) && state.seats.includes(null));
  }

  /** The oldest of these rooms of which the log says the same as the list, and what is asked for. */
  async #first<Room extends RoomSummary>(
    rooms: readonly Room[],
    suits: (state: RoomState) => boolean,
  ): Promise<Room | null> {
    const oldest = [...rooms].sort((one, other) => one.createdAt - other.createdAt);
    for (const room of oldest.slice(0, MOST_LOOKED_AT)) {
      const live = await this.#ports.rooms.get(room.room);
      // Another server may have seated somebody since this one last looked.
      if (live && live.position.head < room.head) await live.refresh();
      const state = live?.position.state;
      if (state?.phase.kind === "gathering" && suits(state)) return room;
    }
    return null;
  }
}

function isGathering({ phase, seats }: RoomSummary): boolean {
  return phase === "gathering" && seats.includes(null);
}

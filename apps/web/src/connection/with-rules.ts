import type { RoomId } from "@rejoin/protocol";
import type { ServerPacket, Wire } from "@rejoin/sync";

/** The rules of games, as far as they are fetched. */
export interface RulesOnDemand {
  areHere(game: string): boolean;
  load(game: string): Promise<void>;
}

/**
 * A wire on which nothing of a room is heard before the rules of its game are there: without them a page could hold its
 * log, and not say what it means. What comes meanwhile waits, in order; other rooms and the lobby do not.
 */
export function withRules(wire: Wire, rules: RulesOnDemand): Wire {
  return {
    open(handlers) {
      const waiting = new Map<RoomId, ServerPacket[]>();
      let isOver = false;
      const hear = (packet: ServerPacket): void => {
        const room = roomOf(packet);
        const game = gameOf(packet);
        const queue = room === null ? undefined : waiting.get(room);
        if (queue) queue.push(packet);
        else if (room === null || game === null || rules.areHere(game)) handlers.heard(packet);
        else {
          waiting.set(room, [packet]);
          void rules.load(game).then(() => goOn(room));
        }
      };
      const goOn = (room: RoomId): void => {
        const packets = waiting.get(room) ?? [];
        waiting.delete(room);
        for (const packet of packets) if (!isOver) hear(packet);
      };
      const connection = wire.open({
        opened: () => handlers.opened(),
        heard: hear,
        closed(reason) {
          isOver = true;
          handlers.closed(reason);
        },
        refused(refusal) {
          isOver = true;
          handlers.refused(refusal);
        },
      });
      return {
        request: (name, payload, answered) => connection.request(name, payload, answered),
        close() {
          isOver = true;
          connection.close();
        },
      };
    },
  };
}

function roomOf({ name, payload }: ServerPacket): RoomId | null {
  return name === "room:events" || name === "room:snapshot" ? payload.room : null;
}

/** The game that a packet brings into play: only the first of a room names one. */
function gameOf({ name, payload }: ServerPacket): string | null {
  if (name === "room:snapshot") return (payload.state as { game?: string } | null)?.game ?? null;
  const first = name === "room:events" ? payload.events[0] : undefined;
  return first?.type === "room-created" ? first.data.game : null;
}

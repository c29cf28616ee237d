import type { RecordedEvent } from "@rejoin/protocol";
import { useMemo } from "react";
import type { OlderEvents } from "../../connection/older-events";
import { type Room, useRoom } from "../../connection/room";
import type { Entry } from "./entry";
import { ThreadReader } from "./thread-reader";

interface ThreadEntries {
  entries: readonly Entry[];
  older: OlderEvents;
}

/** The log as it is held, older part included, in words. */
export function useEntries(): ThreadEntries {
  const room = useRoom();
  const { older } = room;
  const before = useMemo(() => readOlder(older.events, room.state.game), [older.events, room.state.game]);
  const reader = useReader(room, before.names);
  const held = reader.read(room.view.events);
  const entries = useMemo(() => [...before.entries, ...held], [before, held]);
  return { entries, older };
}

function readOlder(events: readonly RecordedEvent[], game: string) {
  const reader = new ThreadReader(null, game);
  const entries = reader.read(events);
  return { entries, names: reader.names };
}

function useReader({ view, state }: Room, names: ReadonlyMap<string, string>): ThreadReader {
  const { base } = view;
  return useMemo(() => new ThreadReader(base?.state ?? null, state.game, names), [base, state.game, names]);
}

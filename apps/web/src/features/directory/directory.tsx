import type { LobbyView } from "@rejoin/sync";
import { useId } from "react";
import { texts } from "../../texts/texts";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { EmptyTablePicture } from "../../ui/pictures";
import { useStored } from "../../ui/use-stored";
import { FilterBar } from "./directory-filter";
import { DirectoryRow } from "./directory-row";
import { EVERYTHING, filterRooms, readFilter } from "./filter-rooms";

/** The public tables, live. What one looks for is remembered. */
export function Directory({ lobby }: { lobby: LobbyView }) {
  const [filter, setFilter] = useStored("rejoin:directory-filter", readFilter);
  const id = useId();
  const rooms = filterRooms(lobby.rooms, filter);
  const some = filterRooms(lobby.rooms, EVERYTHING).length > 0;
  return (
    <section aria-labelledby={id} className="grid content-start gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h2 id={id} className="font-display text-2xl font-bold">
          {texts.lobby.open.title}
        </h2>
        <FilterBar filter={filter} onChange={setFilter} />
      </div>
      {lobby.loaded && !lobby.current && <p className="text-sm text-soft">{texts.lobby.open.stale}</p>}
      {!lobby.loaded && <LoadingRows />}
      {lobby.loaded && rooms.length > 0 && (
        <ul className="grid gap-2.5">
          {rooms.map((room) => (
            <DirectoryRow key={room.room} room={room} />
          ))}
        </ul>
      )}
      {lobby.loaded && rooms.length === 0 && (
        <NoTables filtered={some} onShowAll={() => setFilter(EVERYTHING)} />
      )}
    </section>
  );
}

function NoTables({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  const t = texts.lobby.open;
  return (
    <EmptyState
      picture={<EmptyTablePicture />}
      title={filtered ? t.filteredTitle : t.emptyTitle}
      text={filtered ? t.filtered : t.empty}
    >
      {filtered && <Button onClick={onShowAll}>{t.showAll}</Button>}
    </EmptyState>
  );
}

/** The place that rows will take, so that nothing jumps when they come. */
function LoadingRows() {
  return (
    <div>
      <p className="sr-only">{texts.lobby.open.loading}</p>
      <div aria-hidden className="grid gap-2.5">
        {[1, 2, 3].map((row) => (
          <div key={row} className="h-19 animate-breathe rounded-2xl bg-sunk" />
        ))}
      </div>
    </div>
  );
}

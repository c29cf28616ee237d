import type { LobbyView } from "@rejoin/sync";
import { useId } from "react";
import { texts } from "../../texts/texts";
import { EmptyState } from "../../ui/empty-state";
import { QuietThreadPicture } from "../../ui/pictures";
import { MyTable } from "./my-table";
import { sortMine } from "./sort-mine";

/** The tables you have a part in: those that wait for you come first. */
export function MyTables({ lobby }: { lobby: LobbyView }) {
  const id = useId();
  const rooms = sortMine(lobby.mine);
  return (
    <section aria-labelledby={id} className="grid content-start gap-4">
      <h2 id={id} className="font-display text-2xl font-bold">
        {texts.lobby.mine.title}
      </h2>
      {rooms.length > 0 && (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))] gap-3">
          {rooms.map((room) => (
            <MyTable key={room.room} room={room} />
          ))}
        </ul>
      )}
      {rooms.length === 0 && lobby.loaded && (
        <EmptyState
          picture={<QuietThreadPicture />}
          title={texts.lobby.mine.emptyTitle}
          text={texts.lobby.mine.empty}
        />
      )}
      {!lobby.loaded && <div aria-hidden className="h-36 animate-breathe rounded-3xl bg-sunk" />}
    </section>
  );
}

import type { RoomSummary } from "@rejoin/protocol";
import ChevronRight from "lucide-react/icons/chevron-right";
import { Link } from "react-router";
import { gameGlyph } from "../../games/glyphs";
import { gameName } from "../../texts/game-words";
import { texts } from "../../texts/texts";
import { classNames } from "../../ui/class-names";
import { SeatFaces } from "../../ui/seat-faces";
import { canSitDown } from "./filter-rooms";

/** One table: its game, its host, its seats, where it stands. All of it leads there. */
export function DirectoryRow({ room }: { room: RoomSummary }) {
  const Glyph = gameGlyph(room.game);
  const t = texts.lobby;
  return (
    <li className="animate-arrive">
      <Link
        to={`/r/${room.code}`}
        className="group grid grid-cols-[auto_auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2.5 rounded-2xl bg-raised p-3.5 shadow-lift transition-[translate] hover:-translate-y-0.5 sm:grid-cols-[auto_minmax(0,1fr)_auto_9rem_auto] sm:px-5"
      >
        <span className="row-span-2 grid size-12 place-items-center self-start rounded-xl bg-sunk sm:row-span-1 sm:self-center">
          {Glyph && <Glyph size={30} />}
        </span>
        <span className="col-span-2 min-w-0 sm:col-span-1">
          <span className="block truncate font-display text-lg leading-tight font-bold">{room.title}</span>
          <span className="block truncate text-sm text-soft">
            {gameName(room.game)}, {t.open.hostedBy(room.host.name)}
          </span>
        </span>
        <SeatFaces seats={room.seats} />
        <span className="text-sm leading-tight">
          <span className={classNames("block font-semibold", !canSitDown(room) && "text-soft")}>
            {t.phase[room.phase]}
          </span>
          <span className="block text-soft">{seatWords(room)}</span>
        </span>
        <ChevronRight
          aria-hidden
          size={20}
          className="hidden text-soft transition-[translate] group-hover:translate-x-0.5 sm:block"
        />
      </Link>
    </li>
  );
}

function seatWords(room: RoomSummary): string {
  const free = room.seats.filter((seat) => seat === null).length;
  const bots = room.seats.filter((seat) => seat?.bot).length;
  const t = texts.lobby.open;
  const words = free > 0 ? t.freeSeats(free) : t.full;
  return bots > 0 ? `${words}, ${t.bots(bots)}` : words;
}

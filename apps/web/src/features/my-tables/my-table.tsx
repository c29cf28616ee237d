import type { MyRoom } from "@rejoin/protocol";
import { Link } from "react-router";
import { gameGlyph } from "../../games/glyphs";
import { gameName } from "../../texts/game-words";
import { texts } from "../../texts/texts";
import { SeatFaces } from "../../ui/seat-faces";
import { missedIn } from "./sort-mine";

/** A table of yours, with its thread along the edge: whole where nothing was missed, broken where something was. */
export function MyTable({ room }: { room: MyRoom }) {
  const missed = missedIn(room);
  const Glyph = gameGlyph(room.game);
  const t = texts.lobby;
  return (
    <li className="animate-arrive">
      <Link
        to={`/r/${room.code}`}
        className="relative flex h-full flex-col gap-3 overflow-hidden rounded-3xl bg-raised py-4 pr-4 pl-9 shadow-lift transition-[translate] hover:-translate-y-0.5"
      >
        <Edge missed={missed > 0} />
        <span className="flex items-start justify-between gap-3">
          <span className="min-w-0">
            <span className="block truncate font-display text-xl leading-tight font-bold">{room.title}</span>
            <span className="mt-0.5 flex items-center gap-1.5 text-sm text-soft">
              {Glyph && <Glyph size={18} />}
              <span className="truncate">
                {gameName(room.game)}, {t.phase[room.phase].toLowerCase()}
              </span>
            </span>
          </span>
          <SeatFaces seats={room.seats} />
        </span>
        <span className="mt-auto flex min-h-8 flex-wrap items-center gap-2 text-sm font-semibold">
          {room.yourTurn && (
            <span className="rounded-full bg-ink px-3 py-1 text-on-ink">{t.mine.yourTurn}</span>
          )}
          <span className={missed > 0 ? "rounded-full bg-missed-wash px-3 py-1 text-missed" : "text-soft"}>
            {missed > 0 ? t.mine.missed(missed) : t.mine.upToDate}
          </span>
        </span>
      </Link>
    </li>
  );
}

function Edge({ missed }: { missed: boolean }) {
  return (
    <svg aria-hidden="true" className="absolute inset-y-0 left-3 h-full w-4" fill="none">
      {missed ? (
        <>
          <path d="M8 0v36" strokeWidth="3" className="stroke-ink" />
          <line
            x1="8"
            y1="44"
            x2="8"
            y2="100%"
            strokeWidth="3"
            strokeLinecap="round"
            strokeDasharray="0.100 7"
            className="stroke-missed-mark"
          />
          <circle cx="8" cy="36" r="5" className="fill-missed-mark" />
        </>
      ) : (
        <line x1="8" y1="0" x2="8" y2="100%" strokeWidth="3" className="stroke-line" />
      )}
    </svg>
  );
}

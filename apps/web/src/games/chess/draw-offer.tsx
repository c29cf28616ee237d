import type { ChessState } from "@rejoin/rules/games/chess/chess-state";
import { type Colour, movesMade, opposite } from "@rejoin/rules/games/chess/position";
import Handshake from "lucide-react/icons/handshake";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";
import { Button, buttonLook } from "../../ui/button";
import type { BoardProps } from "../board";

interface DrawOfferProps extends BoardProps<ChessState> {
  mine: Colour;
}

/** Offering a draw, and answering an offer: a part of one's own strip, so that nothing moves when an offer comes. */
export function DrawOffer({ state, playing, play, names, mine }: DrawOfferProps) {
  if (!playing || state.result) return null;
  const t = laterTexts.chess;
  if (state.offer === mine) return <p className="truncate text-sm text-soft">{t.offered}</p>;
  if (state.offer === null) {
    return (
      <button
        type="button"
        aria-label={t.offerDraw}
        title={t.offerDraw}
        disabled={state.offeredAfter[mine] === movesMade(state.fen, mine)}
        onClick={() => play({ draw: "offer" })}
        className={buttonLook("quiet", "size-10 shrink-0 px-0")}
      >
        <Handshake aria-hidden size={19} />
      </button>
    );
  }
  const other = names[state.seats[opposite(mine)]] ?? texts.games.somebody;
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      <p role="status" className="min-w-0 truncate text-sm font-semibold">
        <span className="sr-only">{t.offers(other)}</span>
        <span aria-hidden className="sm:hidden">
          {t.offersShort}
        </span>
        <span aria-hidden className="hidden sm:inline">
          {t.offers(other)}
        </span>
      </p>
      <Button look="primary" className="min-h-10 px-3 text-sm" onClick={() => play({ draw: "accept" })}>
        {t.acceptDraw}
      </Button>
      <Button className="min-h-10 px-3 text-sm" onClick={() => play({ draw: "decline" })}>
        {t.declineDraw}
      </Button>
    </div>
  );
}

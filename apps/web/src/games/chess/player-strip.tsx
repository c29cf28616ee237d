import { materialAhead, takenBy } from "@rejoin/rules/games/chess/board-view";
import type { ChessState } from "@rejoin/rules/games/chess/chess-state";
import { type Colour, opposite, type PieceKind } from "@rejoin/rules/games/chess/position";
import { laterTexts } from "../../texts/later-texts";
import { SeatShape } from "../../ui/seat-look";
import type { BoardProps } from "../board";
import { ChessClock } from "./chess-clock";
import { DrawOffer } from "./draw-offer";
import { PiecePicture } from "./piece";

interface PlayerStripProps extends BoardProps<ChessState> {
  colour: Colour;
  /** Whether it is one's own. */
  mine: boolean;
}

/** One side of the board: who plays it, what it has taken, and its clock. */
export function PlayerStrip({ colour, mine, ...props }: PlayerStripProps) {
  const { state, names, now } = props;
  const isAsked = mine && props.playing && state.offer === opposite(colour);
  const seat = state.seats[colour];
  const taken = takenBy(state, colour);
  const ahead = materialAhead(state, colour);
  const t = laterTexts.chess;
  return (
    <div className="flex h-10 min-w-0 items-center gap-2 sm:h-11">
      {!isAsked && (
        <>
          <span className="flex shrink-0 items-center gap-1.5 text-sm font-semibold">
            <SeatShape seat={seat} />
            <span className="max-w-24 truncate sm:max-w-40">{names[seat] ?? t.colours[colour]}</span>
          </span>
          <p className="flex min-w-0 flex-1 items-center">
            <span className="sr-only">{t.taken(colour, taken)}</span>
            <Taken pieces={taken} colour={opposite(colour)} />
            {ahead > 0 && <span className="ml-1.5 text-xs font-semibold text-soft">{t.ahead(ahead)}</span>}
          </p>
        </>
      )}
      {mine && <DrawOffer {...props} mine={colour} />}
      {isAsked && <span className="flex-1" />}
      {state.clocks && (
        <ChessClock
          clocks={state.clocks}
          colour={colour}
          stopped={state.result !== null}
          warns={mine}
          now={now}
        />
      )}
    </div>
  );
}

/** The pieces of a kind lie upon each other. */
function Taken({ pieces, colour }: { pieces: readonly PieceKind[]; colour: Colour }) {
  return (
    <span aria-hidden className="chess-taken flex min-w-0 overflow-hidden pl-1">
      {pieces.map((kind, index) => (
        <PiecePicture
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a kind cannot be told apart
          key={index}
          colour={colour}
          kind={kind}
          className={pieces[index - 1] === kind ? "-ml-3 size-5 shrink-0" : "-ml-1 size-5 shrink-0"}
        />
      ))}
    </span>
  );
}

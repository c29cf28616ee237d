import { legalTargets, type Target } from "@rejoin/rules/games/chess/board-view";
import type { ChessState } from "@rejoin/rules/games/chess/chess-state";
import type { Promotion } from "@rejoin/rules/games/chess/legal-moves";
import { type Colour, type Piece, piecesOf, SQUARES } from "@rejoin/rules/games/chess/position";
import { useState } from "react";
import { laterTexts } from "../../texts/later-texts";
import { announce } from "../../ui/announcer";
import type { BoardProps } from "../board";

export interface Choice {
  /** The square of the piece that is to be moved. */
  from: string | null;
  targets: readonly Target[];
  /** A pawn is on its way to the last row, and waits to be told what it becomes. */
  promotion: { from: string; to: string } | null;
  /** Whether the piece on a square may be chosen. */
  canLift: (square: string) => boolean;
  /** A square was pressed: a piece is chosen, moved or put back. */
  press: (square: string) => void;
  lift: (square: string) => void;
  /** A piece was let go over a square. @returns whether it may go there */
  drop: (from: string, to: string) => boolean;
  promote: (piece: Promotion) => void;
  putBack: () => void;
}

interface Chosen {
  /** The position in which it was chosen: in another one nothing is. */
  fen: string;
  from: string;
  to: string | null;
}

/** Which piece is chosen, and where it may go. */
export function useChoice({ state, playable, play }: BoardProps<ChessState>, mine: Colour | null): Choice {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const held = playable && chosen?.fen === state.fen ? chosen : null;
  const from = held?.from ?? null;
  const targets = from ? legalTargets(state, from) : [];
  const t = laterTexts.chess;

  const canLift = (square: string): boolean => playable && pieceOn(state, square)?.colour === mine;
  const lift = (square: string): void => {
    setChosen({ fen: state.fen, from: square, to: null });
    const piece = pieceOn(state, square);
    if (piece)
      announce(
        t.chosen(
          t.piece(piece.colour, piece.kind),
          legalTargets(state, square).map(({ to }) => to),
        ),
      );
  };
  const putBack = (): void => setChosen(null);
  const drop = (start: string, to: string): boolean => {
    const target = legalTargets(state, start).find((one) => one.to === to);
    if (!target) return false;
    if (target.promotes) setChosen({ fen: state.fen, from: start, to });
    else {
      putBack();
      play({ from: start, to });
    }
    return true;
  };
  const press = (square: string): void => {
    if (from === square) {
      putBack();
      announce(t.put);
    } else if (from && drop(from, square)) return;
    else if (canLift(square)) lift(square);
    else if (from) announce(t.cannot(from, square));
  };
  return {
    from,
    targets,
    promotion: held?.to ? { from: held.from, to: held.to } : null,
    canLift,
    press,
    lift,
    drop,
    promote(promotion) {
      if (!held?.to) return;
      putBack();
      play({ from: held.from, to: held.to, promotion });
    },
    putBack,
  };
}

function pieceOn({ fen }: ChessState, square: string): Piece | null {
  return piecesOf(fen)[SQUARES.indexOf(square)] ?? null;
}

import type { Promotion as Piece } from "@rejoin/rules/games/chess/legal-moves";
import type { Colour } from "@rejoin/rules/games/chess/position";
import X from "lucide-react/icons/x";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { laterTexts } from "../../texts/later-texts";
import { iconButtonLook } from "../../ui/button";
import { PiecePicture } from "./piece";

const PIECES: readonly Piece[] = ["q", "n", "r", "b"];
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface PromotionProps {
  colour: Colour;
  to: string;
  onChoose: (piece: Piece) => void;
  onCancel: () => void;
}

/** Asks what a pawn becomes. Escape takes the move back. */
export function Promotion({ colour, to, onChoose, onCancel }: PromotionProps) {
  const panel = useRef<HTMLDivElement>(null);
  const t = laterTexts.chess;
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.querySelector("button")?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(panel.current?.querySelectorAll("button") ?? [])];
    const step = event.key === "Tab" ? (event.shiftKey ? -1 : 1) : STEPS[event.key];
    if (event.key === "Escape") onCancel();
    if (!step) return;
    event.preventDefault();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div className="absolute inset-0 z-20 grid place-items-center rounded-lg bg-[#0a1127]/45">
      <div
        ref={panel}
        role="dialog"
        aria-modal="true"
        aria-label={t.promote(to)}
        onKeyDown={onKeyDown}
        className="flex animate-arrive items-center gap-1 rounded-2xl bg-raised p-2 shadow-high"
      >
        {PIECES.map((piece) => (
          <button
            key={piece}
            type="button"
            aria-label={t.becomes[piece]}
            title={t.becomes[piece]}
            data-shade="dark"
            onClick={() => onChoose(piece)}
            className="size-13 rounded-xl hover:opacity-85 sm:size-17"
          >
            <PiecePicture colour={colour} kind={piece} className="size-full" />
          </button>
        ))}
        <button
          type="button"
          aria-label={t.cancelPromotion}
          title={t.cancelPromotion}
          onClick={onCancel}
          className={iconButtonLook()}
        >
          <X aria-hidden size={20} />
        </button>
      </div>
    </div>
  );
}

import { useId } from "react";
import { gameGlyph, OFFERED } from "../../games/glyphs";
import { gameName, gameRule } from "../../texts/game-words";
import { texts } from "../../texts/texts";

interface GameChoiceProps {
  chosen: string;
  onChoose: (game: string) => void;
}

/** The games, and the rules in a line of the one that is chosen. */
export function GameChoice({ chosen, onChoose }: GameChoiceProps) {
  const id = useId();
  return (
    <div>
      <span id={id} className="mb-1.5 block text-sm font-semibold text-soft">
        {texts.lobby.create.game}
      </span>
      <div role="radiogroup" aria-labelledby={id} className="grid grid-cols-2 gap-2">
        {OFFERED.map((game) => {
          const Glyph = gameGlyph(game.id);
          return (
            <label
              key={game.id}
              className="relative flex min-h-14 items-center gap-2.5 rounded-2xl bg-paper px-3 py-2 ring-1 ring-line has-checked:ring-2 has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
            >
              <input
                type="radio"
                name="game"
                aria-label={gameName(game.id)}
                aria-describedby={`${id}-${game.id}`}
                checked={game.id === chosen}
                onChange={() => onChoose(game.id)}
                className="absolute inset-0 cursor-pointer opacity-0"
              />
              <span className="shrink-0">{Glyph && <Glyph size={30} />}</span>
              <span className="leading-tight font-semibold">{gameName(game.id)}</span>
              <span id={`${id}-${game.id}`} hidden>
                {gameRule(game.id)}
              </span>
            </label>
          );
        })}
      </div>
      {/* Three lines high for all, so that nothing moves with the choice. */}
      <p aria-hidden className="mt-2.5 min-h-15 text-sm text-balance text-soft">
        {gameRule(chosen)}
      </p>
    </div>
  );
}

import { GAMES } from "@rejoin/rules";
import { useId } from "react";
import { gameLook } from "../../games/registry";
import { texts } from "../../texts/texts";

interface GameChoiceProps {
  chosen: string;
  onChoose: (game: string) => void;
}

/** The games, each with its rules in a line. */
export function GameChoice({ chosen, onChoose }: GameChoiceProps) {
  const id = useId();
  return (
    <div>
      <span id={id} className="mb-1.5 block text-sm font-semibold text-soft">
        {texts.lobby.create.game}
      </span>
      <div role="radiogroup" aria-labelledby={id} className="grid gap-2">
        {GAMES.map((game) => {
          const Glyph = gameLook(game.id)?.Glyph;
          return (
            <label
              key={game.id}
              className="relative flex items-center gap-3.5 rounded-2xl bg-paper p-3 ring-1 ring-line has-checked:ring-2 has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
            >
              <input
                type="radio"
                name="game"
                aria-label={game.name}
                aria-describedby={`${id}-${game.id}`}
                checked={game.id === chosen}
                onChange={() => onChoose(game.id)}
                className="absolute inset-0 cursor-pointer opacity-0"
              />
              <span className="shrink-0">{Glyph && <Glyph size={36} />}</span>
              <span>
                <span className="block font-semibold">{game.name}</span>
                <span id={`${id}-${game.id}`} className="block text-sm text-soft">
                  {game.rule}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </div>
  );
}

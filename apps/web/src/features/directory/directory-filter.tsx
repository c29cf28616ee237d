import { OFFERED } from "../../games/glyphs";
import { gameName } from "../../texts/game-words";
import { texts } from "../../texts/texts";
import type { DirectoryFilter } from "./filter-rooms";

interface FilterBarProps {
  filter: DirectoryFilter;
  onChange: (filter: DirectoryFilter) => void;
}

const CHIP =
  "relative inline-flex min-h-10 cursor-pointer items-center rounded-full px-2.5 text-sm sm:px-3.5 font-semibold text-soft ring-1 ring-line has-checked:bg-ink has-checked:text-on-ink has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink";

/** By game, and by whether one can sit down. */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const games = [
    { id: null, name: texts.lobby.open.anyGame },
    ...OFFERED.map(({ id }) => ({ id, name: gameName(id) })),
  ];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div role="radiogroup" aria-label={texts.lobby.open.filterGame} className="flex flex-wrap gap-2">
        {games.map(({ id, name }) => (
          <label key={name} className={CHIP}>
            <input
              type="radio"
              name="directory-game"
              checked={filter.game === id}
              onChange={() => onChange({ ...filter, game: id })}
              className="absolute inset-0 cursor-pointer rounded-full opacity-0"
            />
            {name}
          </label>
        ))}
      </div>
      <label className={CHIP}>
        <input
          type="checkbox"
          checked={filter.openSeats}
          onChange={(event) => onChange({ ...filter, openSeats: event.target.checked })}
          className="absolute inset-0 cursor-pointer rounded-full opacity-0"
        />
        {texts.lobby.open.openSeats}
      </label>
    </div>
  );
}

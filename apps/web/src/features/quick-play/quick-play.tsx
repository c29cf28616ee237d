import { type CSSProperties, useState } from "react";
import { useNavigate } from "react-router";
import { useClient } from "../../connection/client";
import { isAway } from "../../connection/is-away";
import { gameGlyph, OFFERED } from "../../games/glyphs";
import { gameName } from "../../texts/game-words";
import { refusalWords } from "../../texts/refusal-words";
import { texts } from "../../texts/texts";
import { notify } from "../../ui/toasts";
import { sitSomewhere } from "./sit-somewhere";

/** On a desk all games stand in one row, or in two where there are many. */
const COLUMNS = OFFERED.length > 6 ? Math.ceil(OFFERED.length / 2) : OFFERED.length;

/** One press per game: to somebody who waits, or to a table at which a bot sits down if nobody comes. */
export function QuickPlay() {
  const client = useClient();
  const navigate = useNavigate();
  const [wanted, setWanted] = useState<string | null>(null);
  const [fruitless, setFruitless] = useState(false);
  const t = texts.lobby.quick;
  const play = async (game: string): Promise<void> => {
    // Said here, since what shows a notice may have to be loaded first.
    setFruitless(isAway(client));
    if (isAway(client)) return;
    setWanted(game);
    const table = await sitSomewhere(client, game);
    setWanted(null);
    if (table.ok) navigate(`/r/${table.code}`);
    else notify(refusalWords(table.refusal));
  };
  return (
    <section aria-labelledby="quick-play">
      <div className="mb-4 flex flex-wrap items-baseline gap-x-4">
        <h2 id="quick-play" className="font-display text-2xl font-extrabold tracking-tight">
          {t.title}
        </h2>
        <p role="status" className={fruitless ? "text-danger" : "text-soft"}>
          {fruitless ? texts.lobby.noConnection : t.hint}
        </p>
      </div>
      <ul
        style={{ "--columns": COLUMNS } as CSSProperties}
        className="grid grid-cols-2 gap-2.5 sm:grid-cols-3 lg:grid-cols-[repeat(var(--columns),minmax(0,1fr))]"
      >
        {OFFERED.map(({ id }) => {
          const Glyph = gameGlyph(id);
          return (
            <li key={id}>
              <button
                type="button"
                disabled={wanted !== null}
                aria-label={t.play(gameName(id))}
                onClick={() => void play(id)}
                className="flex h-full min-h-16 w-full items-center gap-3 rounded-2xl bg-raised p-3 text-left font-semibold shadow-lift ring-1 ring-line transition-[translate,box-shadow] hover:-translate-y-0.5 hover:ring-edge disabled:pointer-events-none disabled:text-soft"
              >
                <span className="shrink-0">{Glyph && <Glyph size={32} />}</span>
                <span className="leading-tight">{wanted === id ? t.looking : gameName(id)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

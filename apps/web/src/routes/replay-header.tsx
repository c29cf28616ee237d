import ArrowLeft from "lucide-react/icons/arrow-left";
import { Link } from "react-router";
import { useRoom } from "../connection/room";
import { ShareMoment } from "../features/time-machine/share-replay";
import { gameName } from "../texts/game-words";
import { laterTexts } from "../texts/later-texts";
import { texts } from "../texts/texts";
import { iconButtonLook } from "../ui/button";
import { spacedCode } from "../ui/spaced-code";

export function ReplayHeader() {
  const { state } = useRoom();
  const t = laterTexts.time.replay;
  return (
    <header className="flex items-center gap-x-2 px-1.5 py-2 [grid-area:header] sm:gap-x-3 sm:px-4">
      <Link
        to="/"
        aria-label={texts.common.backToLobby}
        title={texts.common.backToLobby}
        className={iconButtonLook()}
      >
        <ArrowLeft aria-hidden size={20} />
      </Link>
      <div className="min-w-0 flex-1">
        <h1 className="truncate font-display text-lg leading-tight font-bold">{state.title}</h1>
        <p className="truncate text-sm leading-tight text-soft">
          {t.label} · {gameName(state.game)}
          <span className="hidden sm:inline">
            {" "}
            · <span className="font-mono">{spacedCode(state.code)}</span>
          </span>
        </p>
      </div>
      <ShareMoment />
    </header>
  );
}

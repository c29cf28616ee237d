import ArrowLeft from "lucide-react/icons/arrow-left";
import Lock from "lucide-react/icons/lock";
import { Link } from "react-router";
import { useRoom } from "../connection/room";
import { ConnectionStatus } from "../features/connection-status/connection-status";
import { TableMenuButton } from "../features/controls/table-menu-button";
import { Identity } from "../features/identity/identity";
import { Invite } from "../features/invite/invite";
import { gameName } from "../texts/game-words";
import { laterTexts } from "../texts/later-texts";
import { texts } from "../texts/texts";
import { iconButtonLook } from "../ui/button";
import { classNames } from "../ui/class-names";
import { spacedCode } from "../ui/spaced-code";

export function RoomHeader() {
  const { view, state } = useRoom();
  return (
    <header className="room-header px-1.5 py-1 sm:gap-x-3 sm:px-4 sm:py-2">
      <Link
        to="/"
        aria-label={texts.common.backToLobby}
        title={texts.common.backToLobby}
        className={classNames(iconButtonLook(), "room-back")}
      >
        <ArrowLeft aria-hidden size={20} />
      </Link>
      <div className="room-title min-w-0">
        <h1 className="flex items-center gap-1.5 font-display text-lg leading-tight font-bold">
          <span className="truncate">{state.title}</span>
          {state.visibility === "private" && (
            <span title={laterTexts.table.privateTable} className="shrink-0">
              <Lock aria-hidden size={15} />
              <span className="sr-only">{laterTexts.table.privateTable}</span>
            </span>
          )}
        </h1>
        <p className="hidden truncate text-sm leading-tight text-soft sm:block">
          {gameName(state.game)} · <span className="font-mono">{spacedCode(state.code)}</span>
        </p>
      </div>
      <div className="room-status -ml-2 min-w-0">
        <ConnectionStatus view={view} />
      </div>
      <div className="room-actions flex items-center gap-1 sm:gap-3">
        <div className="hidden lg:block">
          <Identity />
        </div>
        <Invite />
        <TableMenuButton />
      </div>
    </header>
  );
}

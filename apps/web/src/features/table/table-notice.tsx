import { Link } from "react-router";
import { type Room, useRoom } from "../../connection/room";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";
import { buttonLook } from "../../ui/button";

/** What a person should know about their own part here: that they watch and why, or that it is over. */
export function TableNotice() {
  const room = useRoom();
  const text = notice(room);
  if (!text) return null;
  return (
    <div className="room-notice mx-auto flex max-w-lg flex-wrap items-center justify-center gap-x-4 gap-y-2 text-center text-soft">
      <p>{text}</p>
      {room.state.phase.kind === "closed" && (
        <Link to="/" className={buttonLook("primary")}>
          {texts.common.backToLobby}
        </Link>
      )}
    </div>
  );
}

function isAlone({ phase, seats }: Room["state"]): boolean {
  return phase.kind === "gathering" && seats.filter((seat) => seat !== null).length === 1;
}

function notice({ state, mySeat }: Room): string | null {
  const t = laterTexts.table.notice;
  const { phase } = state;
  if (phase.kind === "closed") return phase.reason === "host" ? t.closedByHost : t.closedAbandoned;
  if (mySeat !== null) return isAlone(state) ? t.invited : null;
  if (!state.seats.includes(null)) return t.watchingFull;
  return phase.kind === "playing" || phase.kind === "countdown" ? t.watchingGame : null;
}

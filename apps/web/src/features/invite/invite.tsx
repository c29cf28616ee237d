import UserPlus from "lucide-react/icons/user-plus";
import { useRoom } from "../../connection/room";
import { laterTexts } from "../../texts/later-texts";
import { buttonLook } from "../../ui/button";
import { LazyDialogButton } from "../../ui/lazy-dialog-button";

const load = () => import("./invite-dialog");

/** Link, code, QR, and people in the lobby: whichever is closest at hand. */
export function Invite() {
  const { state } = useRoom();
  if (state.phase.kind === "closed") return null;
  return (
    <LazyDialogButton
      load={load}
      aria-label={laterTexts.table.invite.open}
      className={buttonLook("plain", "shrink-0 px-3 sm:px-4")}
    >
      <UserPlus aria-hidden size={18} />
      <span className="hidden sm:inline">{laterTexts.table.invite.open}</span>
    </LazyDialogButton>
  );
}

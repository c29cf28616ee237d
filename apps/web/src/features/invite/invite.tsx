import UserPlus from "lucide-react/icons/user-plus";
import { useRoom } from "../../connection/room";
import { texts } from "../../texts/texts";
import { buttonLook } from "../../ui/button";
import { LazyDialogButton } from "../../ui/lazy-dialog-button";

const load = () => import("./invite-dialog");

/** Link, code and QR: whichever is closest at hand. */
export function Invite() {
  const { state } = useRoom();
  if (state.phase.kind === "closed") return null;
  return (
    <LazyDialogButton
      load={load}
      aria-label={texts.room.invite.open}
      className={buttonLook("plain", "shrink-0 px-3 sm:px-4")}
    >
      <UserPlus aria-hidden size={18} />
      <span className="hidden sm:inline">{texts.room.invite.open}</span>
    </LazyDialogButton>
  );
}

import LogOut from "lucide-react/icons/log-out";
import { useState } from "react";
import { useRoom } from "../../connection/room";
import { isUnderway, useGive, wouldAccept } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/confirm-dialog";

/** Stands up. In the middle of a game that is asked once more, since it also resigns. */
export function LeaveSeat() {
  const room = useRoom();
  const give = useGive();
  const [asking, setAsking] = useState(false);
  if (!wouldAccept(room, { type: "leave-seat" })) return null;
  const t = laterTexts.table.controls;
  const leave = (): void => void give({ type: "leave-seat" });
  const playing = room.state.phase.kind === "playing";
  return (
    <>
      <Button
        look="quiet"
        disabled={isUnderway(room, "leave-seat")}
        onClick={playing ? () => setAsking(true) : leave}
      >
        <LogOut aria-hidden size={17} className="max-[26rem]:hidden" /> {t.leaveSeat}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t.leaveTitle}
        description={t.leaveText}
        confirm={t.confirmLeave}
        cancel={t.keepPlaying}
        onConfirm={leave}
      />
    </>
  );
}

import Flag from "lucide-react/icons/flag";
import { useState } from "react";
import { useRoom } from "../../connection/room";
import { isUnderway, useGive, wouldAccept } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/confirm-dialog";

export function Resign() {
  const room = useRoom();
  const give = useGive();
  const [asking, setAsking] = useState(false);
  if (!wouldAccept(room, { type: "resign" })) return null;
  const t = laterTexts.table.controls;
  return (
    <>
      <Button look="quiet" disabled={isUnderway(room, "resign")} onClick={() => setAsking(true)}>
        <Flag aria-hidden size={17} className="max-[26rem]:hidden" /> {t.resign}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t.resignTitle}
        description={t.resignText}
        confirm={t.confirmResign}
        cancel={t.keepPlaying}
        onConfirm={() => void give({ type: "resign", round: room.state.rounds })}
      />
    </>
  );
}

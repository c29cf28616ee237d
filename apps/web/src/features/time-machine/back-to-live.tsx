import { useState } from "react";
import { useRoom } from "../../connection/room";
import { laterTexts } from "../../texts/later-texts";
import { useTime } from "../../time/time";
import { announce } from "../../ui/announcer";
import { Button } from "../../ui/button";

/** The way back, which also tells how much has happened since one left. */
export function BackToLive() {
  const { view } = useRoom();
  const { toNow } = useTime();
  const [leftAt] = useState(view.seq);
  const fresh = view.seq - leftAt;
  const leave = (): void => {
    toNow();
    announce(laterTexts.time.announcedNow);
  };
  return (
    <Button look="primary" onClick={leave} className="min-h-11 px-4 text-sm">
      {laterTexts.time.toNow}
      {fresh > 0 && <span className="font-mono text-xs">{laterTexts.time.toNowNew(fresh)}</span>}
    </Button>
  );
}

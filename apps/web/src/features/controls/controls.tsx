import { useRoom } from "../../connection/room";
import { isUnderway, useGive, wouldAccept } from "../../connection/use-give";
import { texts } from "../../texts/texts";
import { Button } from "../../ui/button";
import { LeaveSeat } from "./leave-seat";
import { Readiness } from "./readiness";
import { Resign } from "./resign";

/** What you may do at the table now. Nothing is offered that the rules would refuse. */
export function Controls() {
  const { state } = useRoom();
  if (state.phase.kind === "closed") return null;
  return (
    <fieldset className="flex min-h-11 flex-wrap items-center justify-center gap-2">
      <legend className="sr-only">{texts.room.controls.label}</legend>
      <Readiness />
      <Start />
      <Resign />
      <LeaveSeat />
    </fieldset>
  );
}

function Start() {
  const room = useRoom();
  const give = useGive();
  if (!wouldAccept(room, { type: "start" })) return null;
  return (
    <Button disabled={isUnderway(room, "start")} onClick={() => void give({ type: "start" })}>
      {texts.room.controls.start}
    </Button>
  );
}

import type { ReactNode } from "react";
import { useRoom } from "../../connection/room";
import { isUnderway, useGive, wouldAccept } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";
import { LeaveSeat } from "./leave-seat";
import { Readiness } from "./readiness";
import { Resign } from "./resign";
import { SeatBot } from "./seat-bot";

/**
 * What you may do at the table now. Nothing is offered that the rules would refuse.
 *
 * @param children what one may do besides, whatever the rules say
 */
export function Controls({ children }: { children?: ReactNode }) {
  return (
    <fieldset className="flex min-h-11 flex-wrap items-center justify-center gap-x-1 gap-y-2 max-sm:[&_button]:px-2.5 max-sm:[&_button]:text-sm sm:gap-2">
      <legend className="sr-only">{laterTexts.table.controls.label}</legend>
      <Readiness />
      <Start />
      <SeatBot />
      <Resign />
      <LeaveSeat />
      {children}
    </fieldset>
  );
}

function Start() {
  const room = useRoom();
  const give = useGive();
  if (!wouldAccept(room, { type: "start" })) return null;
  return (
    <Button disabled={isUnderway(room, "start")} onClick={() => void give({ type: "start" })}>
      {laterTexts.table.controls.start}
    </Button>
  );
}

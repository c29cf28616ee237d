import type { RoomCommand } from "@rejoin/protocol";
import { type Room, useRoom } from "../../connection/room";
import { isUnderway, useGive, wouldAccept } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";

/** The one thing a table waits for from you before a game: that you are ready, or that you want another one. */
export function Readiness() {
  const room = useRoom();
  const give = useGive();
  const offer = offered(room);
  if (!offer) return null;
  return (
    <Button
      look={offer.primary ? "primary" : "plain"}
      className="min-w-20 grow max-sm:max-w-32 px-4 sm:min-w-32 sm:grow-0"
      disabled={isUnderway(room, offer.command.type)}
      onClick={() => void give(offer.command)}
    >
      {offer.label}
    </Button>
  );
}

interface Offer {
  label: string;
  command: RoomCommand;
  primary: boolean;
}

function offered(room: Room): Offer | null {
  const { state, mySeat, me } = room;
  const t = laterTexts.table.controls;
  if (mySeat === null) return null;
  if (state.seats[mySeat]?.ready) return offer(room, t.notReady, { type: "ready", ready: false });
  const played = state.players.includes(me.id);
  const again = played ? offer(room, t.rematch, { type: "rematch" }, true) : null;
  return again ?? offer(room, t.ready, { type: "ready", ready: true }, true);
}

function offer(room: Room, label: string, command: RoomCommand, primary = false): Offer | null {
  return wouldAccept(room, command) ? { label, command, primary } : null;
}

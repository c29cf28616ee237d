import Bot from "lucide-react/icons/bot";
import { useRoom } from "../../connection/room";
import { isUnderway, wouldAccept } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import { buttonLook } from "../../ui/button";
import { MenuOnDemand } from "../../ui/menu-on-demand";

const load = () => import("./seat-bot-menu");

/** Puts a bot into the first free seat, as strong as one likes. Kicking takes it away again. */
export function SeatBot() {
  const room = useRoom();
  if (!wouldAccept(room, { type: "seat-bot", strength: "easy" })) return null;
  return (
    <MenuOnDemand load={load} disabled={isUnderway(room, "seat-bot")} className={buttonLook("quiet")}>
      <Bot aria-hidden size={18} className="max-[26rem]:hidden" /> {laterTexts.table.controls.seatBot}
    </MenuOnDemand>
  );
}

import { Menu } from "@base-ui/react/menu";
import { STRENGTHS } from "@rejoin/protocol";
import Bot from "lucide-react/icons/bot";
import { useState } from "react";
import { useRoom } from "../../connection/room";
import { isUnderway, useGive, wouldAccept } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import { buttonLook } from "../../ui/button";

/** Puts a bot into the first free seat, as strong as one likes. Kicking takes it away again. */
export function SeatBot() {
  const room = useRoom();
  const give = useGive();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  if (!wouldAccept(room, { type: "seat-bot", strength: "easy" })) return null;
  const t = laterTexts.table.controls;
  return (
    <div ref={setPlace}>
      <Menu.Root>
        <Menu.Trigger disabled={isUnderway(room, "seat-bot")} className={buttonLook("quiet")}>
          <Bot aria-hidden size={18} /> {t.seatBot}
        </Menu.Trigger>
        {/* Inside of the controls, so that it belongs to them for whoever goes by landmarks. */}
        <Menu.Portal container={place}>
          <Menu.Positioner className="z-50" side="top" sideOffset={6}>
            <Menu.Popup className="min-w-52 rounded-2xl bg-raised p-1.5 shadow-high ring-1 ring-line">
              {STRENGTHS.map((strength) => (
                <Menu.Item
                  key={strength}
                  onClick={() => void give({ type: "seat-bot", strength })}
                  className="flex min-h-11 items-center rounded-xl px-3 font-medium outline-none select-none data-highlighted:bg-sunk"
                >
                  {t.botStrength[strength]}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}

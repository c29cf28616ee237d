import { Menu } from "@base-ui/react/menu";
import { STRENGTHS } from "@rejoin/protocol";
import { useState } from "react";
import { useGive } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import type { MenuProps } from "../../ui/menu-on-demand";

/** How strong the bot is to be. */
export default function SeatBotMenu({ button, defaultOpen, autoFocus }: MenuProps) {
  const give = useGive();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const t = laterTexts.table.controls;
  return (
    <div ref={setPlace}>
      <Menu.Root defaultOpen={defaultOpen}>
        <Menu.Trigger {...button} autoFocus={autoFocus} />
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

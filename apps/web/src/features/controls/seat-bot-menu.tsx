import { Menu } from "@base-ui/react/menu";
import { STRENGTHS } from "@rejoin/protocol";
import { useGive } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import { MenuFrame } from "../../ui/menu-frame";
import type { MenuProps } from "../../ui/menu-on-demand";

/** How strong the bot is to be. */
export default function SeatBotMenu(menu: MenuProps) {
  const give = useGive();
  const t = laterTexts.table.controls;
  return (
    <MenuFrame {...menu} place={{ side: "top", sideOffset: 6 }} className="min-w-52">
      {STRENGTHS.map((strength) => (
        <Menu.Item
          key={strength}
          onClick={() => void give({ type: "seat-bot", strength })}
          className="flex min-h-11 items-center rounded-xl px-3 font-medium outline-none select-none data-highlighted:bg-sunk"
        >
          {t.botStrength[strength]}
        </Menu.Item>
      ))}
    </MenuFrame>
  );
}

import { Menu } from "@base-ui/react/menu";
import { REACTIONS } from "@rejoin/protocol";
import { useGive } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import { MenuFrame } from "../../ui/menu-frame";
import type { MenuProps } from "../../ui/menu-on-demand";

/** The feelings that there are. */
export default function ReactionsMenu(menu: MenuProps) {
  const give = useGive();
  const t = laterTexts.table.chat;
  return (
    <MenuFrame {...menu} place={{ side: "top", align: "start", sideOffset: 8 }} className="grid grid-cols-4">
      {REACTIONS.map((reaction) => (
        <Menu.Item
          key={reaction}
          aria-label={t.reaction(reaction)}
          onClick={() => void give({ type: "react", reaction })}
          className="grid size-12 place-items-center rounded-xl text-2xl outline-none select-none data-highlighted:bg-sunk"
        >
          {reaction}
        </Menu.Item>
      ))}
    </MenuFrame>
  );
}

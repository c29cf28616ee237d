import { Menu } from "@base-ui/react/menu";
import { REACTIONS } from "@rejoin/protocol";
import { useState } from "react";
import { useGive } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import type { MenuProps } from "../../ui/menu-on-demand";

/** The feelings that there are. */
export default function ReactionsMenu({ button, defaultOpen, autoFocus }: MenuProps) {
  const give = useGive();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const t = laterTexts.table.chat;
  return (
    <div ref={setPlace}>
      <Menu.Root defaultOpen={defaultOpen}>
        <Menu.Trigger {...button} autoFocus={autoFocus} />
        {/* Inside of the thread, so that it belongs to it for whoever goes by landmarks. */}
        <Menu.Portal container={place}>
          <Menu.Positioner className="z-50" side="top" align="start" sideOffset={8}>
            <Menu.Popup className="grid grid-cols-4 rounded-2xl bg-raised p-1.5 shadow-high ring-1 ring-line">
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
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}

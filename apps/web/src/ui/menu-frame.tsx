import { Menu } from "@base-ui/react/menu";
import { type ReactNode, useState } from "react";
import { classNames } from "./class-names";
import type { MenuProps } from "./menu-on-demand";

interface MenuFrameProps extends MenuProps {
  /** Where it opens, as Base UI has it. */
  place: Pick<Menu.Positioner.Props, "side" | "align" | "sideOffset">;
  /** Of the popup, beside what all of them look like. */
  className: string;
  children: ReactNode;
}

/**
 * A button and the menu that it opens. The menu stands beside the button in the page, and so belongs to the same part of it for
 * whoever goes by landmarks.
 */
export function MenuFrame({ button, defaultOpen, autoFocus, place, className, children }: MenuFrameProps) {
  const [container, setContainer] = useState<HTMLElement | null>(null);
  return (
    <div ref={setContainer}>
      <Menu.Root defaultOpen={defaultOpen}>
        <Menu.Trigger {...button} autoFocus={autoFocus} />
        <Menu.Portal container={container}>
          <Menu.Positioner className="z-50" {...place}>
            <Menu.Popup
              className={classNames("rounded-2xl bg-raised p-1.5 shadow-high ring-1 ring-line", className)}
            >
              {children}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}

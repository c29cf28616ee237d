import {
  type ComponentPropsWithoutRef,
  type ComponentType,
  startTransition,
  useCallback,
  useState,
} from "react";
import { patiently } from "./patiently";
import { useIdle } from "./use-idle";

/** How a menu is shown: the button that opens it, whether it is open at once, and whether its button takes the focus. */
export interface MenuProps {
  button: Omit<ComponentPropsWithoutRef<"button">, "type">;
  defaultOpen: boolean;
  autoFocus: boolean;
}

type MenuComponent = ComponentType<MenuProps>;

interface MenuOnDemandProps extends Omit<ComponentPropsWithoutRef<"button">, "type" | "onClick"> {
  /** Loads the menu. Must be the same function each time. */
  load: () => Promise<{ default: MenuComponent }>;
}

/**
 * A button that opens a menu. The menu's code is fetched once the page has nothing better to do; until then the button
 * looks the same, and a press is remembered: it opens the menu as soon as there is one.
 */
export function MenuOnDemand({ load, ...button }: MenuOnDemandProps) {
  const [Menu, setMenu] = useState<MenuComponent | null>(null);
  const [pressed, setPressed] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const get = useCallback(async (): Promise<void> => {
    const { default: loaded } = await patiently(load)();
    // Nobody waits for most menus: they are drawn a little at a time.
    startTransition(() => setMenu(() => loaded));
  }, [load]);
  useIdle(get);
  if (Menu) return <Menu button={button} defaultOpen={pressed} autoFocus={hasFocus} />;
  const press = (): void => {
    setPressed(true);
    void get();
  };
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={press}
      onFocus={() => setHasFocus(true)}
      onBlur={() => setHasFocus(false)}
      {...button}
    />
  );
}

import { useEffect } from "react";
import { shortcuts } from "../../settings/settings";
import { openDialog } from "../../ui/open-dialog";

/** Keys that work anywhere but where one types, unless they are turned off. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!shortcuts.get() || event.defaultPrevented || isTyping(event) || isCombined(event)) return;
      if (event.key === "?") openDialog("keys");
      else if (event.key === "/") writeMessage(event);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function writeMessage(event: KeyboardEvent): void {
  const line = document.querySelector<HTMLInputElement>("[data-message-line]");
  if (!line) return;
  event.preventDefault();
  line.focus();
}

function isCombined({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey;
}

/** Also inside of a dialog or a menu, where keys mean something else. */
function isTyping({ target }: KeyboardEvent): boolean {
  const places =
    "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu]";
  return target instanceof Element && target.closest(places) !== null;
}

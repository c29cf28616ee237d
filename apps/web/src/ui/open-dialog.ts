import { useSyncExternalStore } from "react";

/** Dialogs that are opened from more than one place: by a button here, a menu there, or a key. */
export type DialogName = "configure" | "keys" | "people" | "settings";

let opened: DialogName | null = null;
const listeners = new Set<() => void>();

export function openDialog(name: DialogName): void {
  change(name);
}

export function closeDialog(): void {
  change(null);
}

/** The dialog that is to be shown, or null. Whoever can show it does. */
export function useOpenedDialog(): DialogName | null {
  return useSyncExternalStore(listen, () => opened);
}

function change(next: DialogName | null): void {
  opened = next;
  for (const listener of [...listeners]) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

import { load, save } from "../ui/browser-storage";

/** A choice of this person, kept in this browser and the same in all of its tabs. */
export interface Setting<Value> {
  get(): Value;
  set(value: Value): void;
  /** Hears of each change, wherever it was made. @returns how to stop */
  subscribe(listener: () => void): () => void;
}

/** @param read turns what was kept, or null, into a value that can be trusted */
export function storedSetting<Value>(key: string, read: (kept: unknown) => Value): Setting<Value> {
  const listeners = new Set<() => void>();
  let held: Value | undefined;
  const change = (value: Value): void => {
    held = value;
    for (const listener of [...listeners]) listener();
  };
  const hear = (event: StorageEvent): void => {
    if (event.key === key) change(read(load(key)));
  };
  return {
    get() {
      held ??= read(load(key));
      return held;
    },
    set(value) {
      save(key, value);
      change(value);
    },
    subscribe(listener) {
      if (listeners.size === 0) window.addEventListener("storage", hear);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener("storage", hear);
      };
    },
  };
}

import { useState } from "react";

/** A choice that this browser remembers. `read` turns what was kept, or null, into a value that can be trusted. */
export function useStored<Value>(
  key: string,
  read: (kept: unknown) => Value,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => read(load(key)));
  const store = (next: Value): void => {
    setValue(next);
    save(key, next);
  };
  return [value, store];
}

function load(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function save(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden: then the choice lasts as long as the page.
  }
}

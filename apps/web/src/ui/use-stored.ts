import { useState } from "react";
import { load, save } from "./browser-storage";

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

import { useSyncExternalStore } from "react";
import type { Setting } from "./stored-setting";

export function useSetting<Value>(setting: Setting<Value>): [Value, (value: Value) => void] {
  const value = useSyncExternalStore(setting.subscribe, setting.get);
  return [value, setting.set];
}

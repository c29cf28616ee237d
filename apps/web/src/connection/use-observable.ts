import type { Observable } from "@rejoin/sync";
import { useCallback, useSyncExternalStore } from "react";

/** Reads an observable, and renders again after each change. */
export function useObservable<Value>(observable: Observable<Value>): Value {
  const subscribe = useCallback((listener: () => void) => observable.subscribe(listener), [observable]);
  return useSyncExternalStore(subscribe, () => observable.get());
}

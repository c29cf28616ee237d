import { lazy, Suspense, useSyncExternalStore } from "react";
import { patiently } from "./patiently";

const ToastHost = lazy(patiently(() => import("./toast-host")));

let waiting: readonly string[] = [];
let wanted = false;
const listeners = new Set<() => void>();

/** Tells something that happened and needs no answer. It is read out, and leaves by itself. */
export function notify(text: string): void {
  wanted = true;
  waiting = [...waiting, text];
  for (const listener of listeners) listener();
}

/** For the host: hears of notices. @returns how to stop */
export function onNotice(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For the host: takes what waits to be shown. */
export function takeNotices(): readonly string[] {
  const taken = waiting;
  waiting = [];
  return taken;
}

/** Where notices appear. What shows them is loaded with the first one. */
export function Toasts() {
  const needed = useSyncExternalStore(onNotice, () => wanted);
  return <Suspense>{needed && <ToastHost />}</Suspense>;
}

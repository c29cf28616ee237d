import { type Observable, Variable } from "./observable.js";

/** Whether the browser says that the device has a network. Always true where there is no browser. */
export function deviceOnline(): Observable<boolean> {
  const online = new Variable(true);
  if (typeof window === "undefined") return online;
  const look = (): void => online.set(navigator.onLine);
  look();
  window.addEventListener("online", look);
  window.addEventListener("offline", look);
  return online;
}

import type { SyncClient } from "@rejoin/sync";

/**
 * Ties a client to the life of the page. A page that is hidden for good (closed, or put into the back-forward cache)
 * leaves at once instead of as a connection that nobody answers; one that is shown again, or whose network is back,
 * looks at once whether it is still current.
 *
 * @returns how to untie and stop it
 */
export function keepWithPage(client: SyncClient): () => void {
  const leave = (): void => client.stop();
  const comeBack = (event: PageTransitionEvent): void => {
    if (event.persisted) client.start();
  };
  const look = (): void => {
    if (document.visibilityState === "visible") client.check();
  };
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", comeBack);
  window.addEventListener("online", look);
  document.addEventListener("visibilitychange", look);
  client.start();
  return () => {
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", comeBack);
    window.removeEventListener("online", look);
    document.removeEventListener("visibilitychange", look);
    client.stop();
  };
}

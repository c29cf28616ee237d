import { type SyncClient, systemClock } from "@rejoin/sync";
import { noticeSleep } from "./notice-sleep";

/**
 * Ties a client to the life of the page. A page that is hidden for good, put into the back-forward cache or frozen leaves
 * at once, instead of as a connection that nobody answers; when it comes back it connects and asks for what it missed. One
 * that is shown again, or that has slept, looks at once whether it is still current. The network's coming and going the
 * client hears by itself.
 *
 * @returns how to untie and stop it
 */
export function keepWithPage(client: SyncClient): () => void {
  const untie = new AbortController();
  const { signal } = untie;
  const leave = (): void => client.stop();
  const comeBack = (): void => client.start();
  const look = (): void => {
    if (document.visibilityState === "visible") client.check();
  };
  window.addEventListener("pagehide", leave, { signal });
  window.addEventListener("pageshow", comeBack, { signal });
  document.addEventListener("freeze", leave, { signal });
  document.addEventListener("resume", comeBack, { signal });
  document.addEventListener("visibilitychange", look, { signal });
  const stopNoticing = noticeSleep(systemClock, () => client.check());
  client.start();
  return () => {
    untie.abort();
    stopNoticing();
    client.stop();
  };
}

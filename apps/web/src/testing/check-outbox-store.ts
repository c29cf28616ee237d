import { outboxStoreContract } from "@rejoin/sync/testing";
import { indexedDbOutbox } from "../connection/indexed-db-outbox";

const PLAYERS = {
  alice: "11111111-1111-4111-8111-111111111111",
  bob: "22222222-2222-4222-8222-222222222222",
};

/** Meant for the inside of a browser: what became of each rule of the contract, "holds" or what was found instead. */
export async function checkOutboxStore(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [rule, holds] of Object.entries(outboxStoreContract)) {
    await emptied();
    found[rule] = await holds((player) => indexedDbOutbox(PLAYERS[player])).then(() => "holds", String);
  }
  return found;
}

/** Each rule begins with a browser that keeps nothing. Tabs that were opened before live on, with nothing of their own. */
function emptied(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("rejoin-outbox");
    opening.onupgradeneeded = () => opening.result.createObjectStore("commands");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const clearing = opening.result.transaction("commands", "readwrite");
      clearing.objectStore("commands").clear();
      clearing.onabort = () => reject(clearing.error);
      clearing.oncomplete = () => resolve();
    };
  });
}

import type { CommandId, PlayerId, Refusal } from "@rejoin/protocol";
import { type Claim, type KeptCommand, newCommandId, type OutboxStore } from "@rejoin/sync";
import { createStore, del, delMany, entries, get, set, setMany } from "idb-keyval";

interface Share {
  player: PlayerId;
  /** The tab that it belongs to. */
  tab: string;
  command: KeptCommand;
}

const DATABASE = "rejoin-outbox";
/** What was given in a name that has not come back for this long is not of use to anybody. */
const ABANDONED_AFTER_MS = 7 * 24 * 3_600_000;

/**
 * The outbox of this tab, in IndexedDB, which all tabs of a browser share. Each living tab holds a Web Lock of its own,
 * which the browser takes back when the tab is closed or crashes: so it is known whose commands are left behind. Where there
 * is no IndexedDB or no Web Lock (a private window, a page over plain http from another machine) everything rejects.
 */
export function indexedDbOutbox(player: PlayerId): OutboxStore {
  const tab = newCommandId();
  const store = createStore(DATABASE, "commands");
  let life: Life | null = null;
  return {
    async claim() {
      life ??= live(tab);
      await life.begun;
      return locks().request(DATABASE, () => claim(store, player, tab));
    },
    async put(command) {
      locks();
      await set(command.commandId, { player, tab, command } satisfies Share, store);
    },
    refuse: async (commandId, refusal) =>
      locks().request(DATABASE, () => refuse(store, tab, commandId, refusal)),
    remove: async (commandId) => del(commandId, store),
    release() {
      life?.end();
      life = null;
    },
  };
}

interface Life {
  begun: Promise<void>;
  end: () => void;
}

/** A tab lives for as long as it holds its lock. */
function live(tab: string): Life {
  let end = (): void => {};
  const untilEnd = new Promise<void>((resolve) => {
    end = resolve;
  });
  const begun = new Promise<void>((resolve, reject) => {
    const hold = (): Promise<void> => {
      resolve();
      return untilEnd;
    };
    locks().request(lockOf(tab), hold).catch(reject);
  });
  return { begun, end };
}

/** Meant to be done while no tab claims, which could write over it what it read before. */
async function refuse(
  store: ReturnType<typeof createStore>,
  tab: string,
  commandId: CommandId,
  refusal: Refusal,
): Promise<boolean> {
  const share = await get<Share>(commandId, store);
  if (share?.tab !== tab) return false;
  await set(commandId, { ...share, command: { ...share.command, refusal } } satisfies Share, store);
  return true;
}

/** Meant to be done by one tab at a time. */
async function claim(store: ReturnType<typeof createStore>, player: PlayerId, tab: string): Promise<Claim> {
  const { held = [] } = await locks().query();
  const living = new Set(held.map(({ name }) => name));
  const kept = (await entries<CommandId, Share>(store)).map(([, share]) => share);
  const mine = kept.filter(
    (share) => share.player === player && (share.tab === tab || !living.has(lockOf(share.tab))),
  );
  const left = mine.filter((share) => share.tab !== tab).map((share): Share => ({ ...share, tab }));
  const idOf = ({ command }: Share): CommandId => command.commandId;
  if (left.length > 0) {
    await setMany(
      left.map((share) => [idOf(share), share]),
      store,
    );
  }
  const abandoned = kept.filter(
    (share) => share.player !== player && Date.now() - share.command.givenAt > ABANDONED_AFTER_MS,
  );
  if (abandoned.length > 0) await delMany(abandoned.map(idOf), store);
  const elsewhere = kept.filter((share) => share.player === player && !mine.includes(share));
  return {
    share: mine.map(commandOf).sort((one, other) => one.place - other.place),
    elsewhere: elsewhere.map(commandOf),
  };
}

function commandOf({ command }: Share): KeptCommand {
  return command;
}

function lockOf(tab: string): string {
  return `${DATABASE}:${tab}`;
}

/** @throws where the page is not in a secure context, whatever the types say */
function locks(): LockManager {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) throw new Error("This page has no Web Locks.");
  return locks;
}

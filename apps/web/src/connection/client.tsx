import type { PlayerId } from "@rejoin/protocol";
import { type ConnectionView, createSyncClient, type SyncClient, socketWire, TappedWire } from "@rejoin/sync";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { areRulesHere, loadRules } from "../games/rules";
import { indexedDbOutbox } from "./indexed-db-outbox";
import { keepWithPage } from "./page-life";
import { reportFault } from "./report-fault";
import { useMe, useSession } from "./session";
import { useObservable } from "./use-observable";
import { withRules } from "./with-rules";

/** The client, and the wire below it, for whoever looks at packets. */
interface Held {
  client: SyncClient;
  wire: TappedWire;
}

const ClientContext = createContext<Held | null>(null);

/**
 * The one connection of this page, alive for as long as the page is. Rendered once there is a session. Who becomes somebody
 * else gets another one: nothing that was given in one name is ever sent in another.
 */
export function ClientProvider({ children }: { children: ReactNode }) {
  const { id } = useMe();
  return (
    <ClientOf key={id} player={id}>
      {children}
    </ClientOf>
  );
}

function ClientOf({ player, children }: { player: PlayerId; children: ReactNode }) {
  const [held] = useState(() => createClient(player));
  const { client } = held;
  useEffect(() => keepWithPage(client), [client]);
  useRenewedSession(client);
  return <ClientContext value={held}>{children}</ClientContext>;
}

function createClient(player: PlayerId): Held {
  const socket = socketWire(window.location.origin, { player, onFault: reportFault });
  const tapped = new TappedWire(socket);
  const wire = withRules(tapped, { areHere: areRulesHere, load: loadRules });
  const outboxStore = indexedDbOutbox(player);
  return { client: createSyncClient({ wire, player, outboxStore, onFault: reportFault }), wire: tapped };
}

/** A session can end while the page is open: revoked, or its database gone. Then the person becomes somebody again. */
function useRenewedSession(client: SyncClient): void {
  const { state, renew } = useSession();
  const connection = useObservable(client.connection);
  const unknown = connection.kind === "refused" && connection.refusal.code === "unauthenticated";
  useEffect(() => {
    if (unknown) renew();
  }, [unknown, renew]);
  const player = state.kind === "ready" ? state.player : null;
  useEffect(() => {
    if (player && client.connection.get().kind === "refused") client.start();
  }, [player, client]);
}

export function useClient(): SyncClient {
  return useHeld().client;
}

export function useWire(): TappedWire {
  return useHeld().wire;
}

function useHeld(): Held {
  const held = useContext(ClientContext);
  if (!held) throw new Error("the client is asked for outside of ClientProvider");
  return held;
}

export function useConnection(): ConnectionView {
  return useObservable(useClient().connection);
}

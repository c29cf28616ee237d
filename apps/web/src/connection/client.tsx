import type { PlayerId } from "@rejoin/protocol";
import { type ConnectionView, createSyncClient, type SyncClient, socketWire } from "@rejoin/sync";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { indexedDbOutbox } from "./indexed-db-outbox";
import { keepWithPage } from "./page-life";
import { reportFault } from "./report-fault";
import { useMe, useSession } from "./session";
import { useObservable } from "./use-observable";

const ClientContext = createContext<SyncClient | null>(null);

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
  const [client] = useState(() => createClient(player));
  useEffect(() => keepWithPage(client), [client]);
  useRenewedSession(client);
  return <ClientContext value={client}>{children}</ClientContext>;
}

function createClient(player: PlayerId): SyncClient {
  const wire = socketWire(window.location.origin, { player, onFault: reportFault });
  return createSyncClient({ wire, player, outboxStore: indexedDbOutbox(player), onFault: reportFault });
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
  const client = useContext(ClientContext);
  if (!client) throw new Error("useClient is called outside of ClientProvider");
  return client;
}

export function useConnection(): ConnectionView {
  return useObservable(useClient().connection);
}
